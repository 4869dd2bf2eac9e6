// A calendar on its way in: chosen, looked at, picked from, and only then kept.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { CalendarPreview, EventLine, Id } from "../../door/calls";
import type { Brought } from "../../door/names";
import { call } from "../../door/door";
import { Work } from "../../door/work.svelte";

export class CalendarWizard extends Work {
  preview = $state.raw<CalendarPreview | null>(null);
  /** Which events are to be brought in, with whom, and why a series is sparse. */
  readonly chosen = new SvelteSet<number>();
  readonly people = new SvelteMap<number, Id>();
  readonly because = new SvelteMap<number, string>();

  choose = async (): Promise<void> => {
    await this.run(async () => {
      const preview = await call("calendar.preview", {});
      this.preview = preview;
      this.chosen.clear();
      this.people.clear();
      this.because.clear();
      for (const line of preview.events) {
        if (line.person) this.people.set(line.event, line.person);
        // What is new and whose person is known is meant; the rest is for its owner to say.
        if (line.news !== "unchanged" && (line.kind === "day_off" || line.person))
          this.chosen.add(line.event);
      }
    });
  };

  /** A person for an event that lacks nothing else: with one it comes in, without it stays out. */
  name_person(event: number, person: Id | ""): void {
    if (person === "") {
      this.people.delete(event);
      this.chosen.delete(event);
    } else {
      this.people.set(event, person);
      this.chosen.add(event);
    }
  }

  /** Events that were chosen though nobody says with whom. */
  get without_person(): EventLine[] {
    return (this.preview?.events ?? []).filter(
      (line) => this.chosen.has(line.event) && line.kind !== "day_off" && !this.people.has(line.event),
    );
  }

  apply = async (): Promise<Brought | null> => {
    const { preview } = this;
    if (!preview) return null;
    let brought: Brought | null = null;
    await this.run(async () => {
      brought = await call("calendar.apply", {
        import: preview.import,
        chosen: [...this.chosen].map((event) => ({
          event,
          ...(this.people.has(event) ? { person: this.people.get(event)! } : {}),
          ...(this.because.get(event)?.trim() ? { because: this.because.get(event)!.trim() } : {}),
        })),
      });
    });
    return brought;
  };
}
