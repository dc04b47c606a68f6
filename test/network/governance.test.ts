import { describeGovernance } from './governance.ts';
import { runningNetwork } from './running-network.ts';

describeGovernance(runningNetwork);
