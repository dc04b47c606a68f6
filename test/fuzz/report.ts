/** Something that Schemathesis found. */
export interface Failure {
  readonly operation: string;
  readonly title: string;
  readonly message: string;
  readonly request: string;
  readonly answer: string;
}

/** As much of Schemathesis' NDJSON report as this needs to know. */
interface ReportLine {
  readonly ScenarioFinished?: {
    readonly recorder: {
      readonly label: string;
      readonly checks?: Readonly<Record<string, readonly CheckResult[]>>;
      readonly interactions?: Readonly<Record<string, Interaction | undefined>>;
    };
  };
  readonly NonFatalError?: { readonly label?: string; readonly title?: string; readonly message?: string };
}

interface CheckResult {
  readonly name: string;
  readonly status: string;
  readonly failure_info?: { readonly failure: { readonly title?: string; readonly message?: string } };
}

interface Content {
  readonly $base64: string;
}

interface Interaction {
  readonly request: { readonly method: string; readonly uri: string; readonly body?: Content | null };
  readonly response?: { readonly status_code: number; readonly content?: Content | null } | null;
}

const LONGEST = 300;

/** Every failed check of a run, and everything that kept it from asking. */
export function failuresIn(report: string): Failure[] {
  return report
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { ScenarioFinished: finished, NonFatalError: error } = JSON.parse(line) as ReportLine;
      if (error !== undefined) return [troubleOf(error)];
      return finished === undefined ? [] : failuresOf(finished.recorder);
    });
}

function failuresOf({
  label,
  checks = {},
  interactions = {},
}: NonNullable<ReportLine['ScenarioFinished']>['recorder']): Failure[] {
  return Object.entries(checks).flatMap(([id, results]) =>
    results
      .filter(({ status }) => status === 'failure')
      .map(({ name, failure_info: info }) => ({
        operation: label,
        title: info?.failure.title ?? name,
        message: (info?.failure.message ?? '').slice(0, LONGEST),
        ...exchangeOf(interactions[id]),
      })),
  );
}

function troubleOf({
  label = '',
  title = 'error',
  message = '',
}: NonNullable<ReportLine['NonFatalError']>): Failure {
  return { operation: label, title, message: message.slice(0, LONGEST), request: '', answer: '' };
}

function exchangeOf(interaction: Interaction | undefined): Pick<Failure, 'request' | 'answer'> {
  if (interaction === undefined) return { request: '', answer: '' };
  const { request, response } = interaction;
  const body = request.body ? ` ${textOf(request.body)}` : '';
  const status = response?.status_code.toString() ?? 'no answer';
  const content = response?.content ? ` ${textOf(response.content)}` : '';
  return {
    request: `${request.method} ${request.uri}${body}`.slice(0, LONGEST),
    answer: `${status}${content}`.slice(0, LONGEST),
  };
}

function textOf({ $base64 }: Content): string {
  return Buffer.from($base64, 'base64').toString();
}
