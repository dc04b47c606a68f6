import { Contract } from 'fabric-contract-api';
import { DomainError } from '../domain/error-code';
import { MarketContext } from './market-context';

/**
 * A group of methods under one name. Every public function of a subclass is a transaction of that name with the
 * context as its only parameter: it takes its argument from the context, so that callers are admitted before anything
 * that they sent is looked at. (With declared parameters, or its decorators, fabric-contract-api would check and
 * convert the arguments first, with messages of its own.) What is no transaction is a function of the module or `#private`.
 */
export abstract class MarketContract extends Contract {
  override createContext(): MarketContext {
    return new MarketContext();
  }

  /** The framework's answer, without writing to the log whatever somebody chose to send. */
  override unknownTransaction(ctx: MarketContext): Promise<void> {
    const { fcn } = ctx.stub.getFunctionAndParameters();
    return Promise.reject(new Error(`You've asked to invoke a function that does not exist: ${fcn}`));
  }

  /** Runs a transaction and gives its response; an error that is not registered says no more than that it failed. */
  // fabric-contract-api declares the parameter so.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
  override aroundTransaction(ctx: MarketContext, fn: Function): Promise<void> {
    return super.aroundTransaction(ctx, fn, []).catch((error: unknown) => {
      if (error instanceof DomainError) throw error;
      // For the operator of this node; the caller gets the same words from every endorser.
      console.error(`transaction ${ctx.stub.getTxID()} failed:`, error);
      throw new Error('the chaincode failed', { cause: error });
    });
  }
}
