import { describeEndorsementPolicy } from './endorsement-policy.ts';
import { runningNetwork } from './running-network.ts';

describeEndorsementPolicy(runningNetwork);
