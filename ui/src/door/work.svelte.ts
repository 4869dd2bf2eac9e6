// Work that may fail, one piece at a time: what a sheet with a form needs to show while it goes on, and after.
import { as_fault, type Fault } from "./door";

export class Work {
  busy = $state(false);
  /** Why the last piece was not done; what was stopped by hand says nothing. */
  fault = $state.raw<Fault | null>(null);

  /** Does nothing while another piece goes on. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.fault = null;
    try {
      await work();
    } catch (thrown) {
      const fault = as_fault(thrown);
      if (!fault.silent) this.fault = fault;
    } finally {
      this.busy = false;
    }
  }
}
