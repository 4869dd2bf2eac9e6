// Doing something that may be refused: done, or said why not.
import { as_fault } from "../../door/door";
import { toasts } from "../../kit/toasts.svelte";

/** True when it was done. What was stopped by hand is no trouble. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    const fault = as_fault(thrown);
    if (!fault.silent) toasts.trouble(fault.whole);
    return false;
  }
}
