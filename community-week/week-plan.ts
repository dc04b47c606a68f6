import { join } from 'node:path';
import { shiftToBefore } from './calendar.ts';
import { communityHall, type CollectedPoint } from './hall.ts';
import { populate, type Household } from './population.ts';
import { readProfiles, type Profiles } from './profiles.ts';
import {
  openRegister,
  pseudonym,
  saveRegister,
  type Person,
  type WeekRegister,
} from './register-of-persons.ts';
import { registersOf, type SiteRegisters } from './registers.ts';
import { readSites } from './sites.ts';

export type CooperativeName = Household['cooperative'];

/** A member with its pseudonyms and what its meters read in the week. */
export interface Participant extends Household {
  readonly person: Person;
  readonly registers: SiteRegisters;
}

/** The week to play: the recorded one, shifted to end before now; a second run plays the first run's. */
export interface WeekPlan {
  /** Epoch seconds; half-open. */
  readonly start: number;
  readonly end: number;
  readonly intervalSec: number;
  readonly intervals: number;
  /** When the week was first played, epoch seconds. */
  readonly playedAt: number;
  readonly participants: readonly Participant[];
  readonly hall: CollectedPoint;
  readonly meterFolder: string;
  /** Keeps the account that a participant was given. */
  enrolled(participant: Participant, account: string): void;
}

/** The account of an enrolled participant. */
export function accountOf({ person, site }: Participant): string {
  if (person.account === undefined) throw new Error(`${site.site} is not enrolled yet`);
  return person.account;
}

/** The last hour is not played: what is read by hand after the week must not meet other values of the same time. */
const FREE_SEC = 3600;

const DATA = new URL('data/', import.meta.url);

/** @param folder where the week keeps its register of persons and its meters' keys */
export function planWeek(folder: string, nowSec: number): WeekPlan {
  const profiles = readProfiles(new URL('profiles.csv', DATA));
  const households = populate(readSites(new URL('community.json', DATA)));
  const file = join(folder, 'register.json');
  const register = openRegister(file, () => firstRegister(households, profiles, nowSec));
  return {
    start: register.start,
    end: register.start + profiles.rows * profiles.intervalSec,
    intervalSec: profiles.intervalSec,
    intervals: profiles.rows,
    playedAt: register.playedAt,
    participants: households.map((household) => ({
      ...household,
      person: personOf(register, household),
      registers: registersOf(household.site, profiles),
    })),
    hall: communityHall(profiles),
    meterFolder: join(folder, 'meters'),
    enrolled: ({ person }, account) => {
      person.account = account;
      saveRegister(file, register);
    },
  };
}

function personOf({ persons }: WeekRegister, { site }: Household): Person {
  const person = persons[site.site];
  if (!person) throw new Error(`the register of persons has no ${site.site}`);
  return person;
}

function firstRegister(households: readonly Household[], profiles: Profiles, nowSec: number): WeekRegister {
  const persons = households.map(({ site }) => {
    const sources = [...registersOf(site, profiles).generation.keys()];
    const devices = Object.fromEntries(sources.map((source) => [source, pseudonym()]));
    return [site.site, { point: pseudonym(), devices }] as const;
  });
  const start = shiftToBefore(profiles.start, nowSec - FREE_SEC);
  return { start, playedAt: nowSec, persons: Object.fromEntries(persons) };
}
