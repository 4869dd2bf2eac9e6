// A call that takes a while: it tells how far it is and can be stopped.
import { on } from "./events";
import { as_fault, call, type Args, type Fault, type Name, type Reply } from "./door";

export class LongCall {
  running = $state(false);
  sentence = $state("");
  done = $state(0);
  total = $state<number | null>(null);
  fault = $state.raw<Fault | null>(null);
  #job = "";

  /** The reply, or null when it failed (see `fault`) or was stopped. `dropped` takes the next file dropped on the window. */
  async run<N extends Name>(name: N, args: Args<N>, dropped?: boolean): Promise<Reply<N> | null> {
    if (this.running) return null;
    this.#job = crypto.randomUUID();
    this.running = true;
    this.sentence = "";
    this.done = 0;
    this.total = null;
    this.fault = null;
    const stop = on("progress", (step) => {
      if (step.job !== this.#job) return;
      this.sentence = step.sentence;
      this.done = step.done;
      this.total = step.total;
    });
    try {
      return await call(name, args, this.#job, dropped);
    } catch (thrown) {
      const fault = as_fault(thrown);
      if (!fault.silent) this.fault = fault;
      return null;
    } finally {
      stop();
      this.running = false;
    }
  }

  cancel = async (): Promise<void> => {
    if (!this.running) return;
    try {
      await call("app.cancel", { job: this.#job });
    } catch {
      // It ended by itself in the meantime: then there is nothing left to stop.
    }
  };
}
