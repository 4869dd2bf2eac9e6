// Opening a time of a series: the 1:1 that stands for it is made if need be, and gone to.
import type { Slot } from "../../door/calls";
import { as_fault, call } from "../../door/door";
import { toasts } from "../../kit/toasts.svelte";
import type { Ways } from "../ways";

export async function open_slot(slot: Slot, ways: Ways): Promise<void> {
  try {
    const { id } = await call("pair.open_slot", { pair: slot.pair, slot: slot.starts });
    ways.go({ room: "one_on_one", id });
  } catch (thrown) {
    toasts.trouble(as_fault(thrown).whole);
  }
}
