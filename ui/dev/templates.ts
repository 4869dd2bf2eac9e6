// The templates of the fake vault: two built in, and one that somebody wrote.
import type { Aim, SectionKind, TemplateLine, TemplateSection } from "../src/door/calls";
import { now } from "../src/kit/clock";
import type { Answers } from "./fake_door";
import { fault, type FakeHouse, type Holdings } from "./fake_house";

const AIMS: Record<Aim, string> = {
  career: "goals and career",
  feedback: "praise and constructive notes in time",
  personal: "personal matters",
  environment: "the environment",
  about_manager: "feedback about the manager",
};
const MOST_SECTIONS = 20;

type WithTemplates = Holdings & { templates?: TemplateLine[] };

const section = (kind: SectionKind, title: string, aims: Aim[], brief = false): TemplateSection => ({
  ...{ kind, title, brief, aims },
});
const sections = (managers: boolean): TemplateSection[] => [
  section("goals", "Progress on goals", ["career"]),
  section("opportunities", "Opportunities", ["environment"]),
  section("status", "Project status", ["environment"], !managers),
  ...(managers ? [section("team", "Your team", ["environment"])] : []),
  section("learning", "What have you learned?", ["career"]),
  section("needs", "What do you need from me?", ["about_manager", "feedback", "personal"]),
];
const built_in: TemplateLine[] = [
  { id: null, built_in: "people", name: "For people", version: 1, sections: sections(false), missing: [] },
  {
    ...{ id: null, built_in: "managers", name: "For people who manage", version: 1 },
    ...{ sections: sections(true), missing: [] },
  },
];
const first: TemplateLine = {
  ...{ id: "t1", built_in: null, name: "Live services", version: 3, missing: [] },
  sections: [
    section("goals", "Where you are going", ["career"]),
    section("opportunities", "What pages us for nothing", ["environment"]),
    section("needs", "You and me", ["feedback", "about_manager", "personal"]),
  ],
};

const unserved = (of: TemplateSection[]) =>
  (Object.keys(AIMS) as Aim[]).filter((aim) => !of.some((one) => one.aims.includes(aim)));

export function template_answers(house: FakeHouse): Partial<Answers> {
  const written = () => ((house.hold as WithTemplates).templates ??= []);
  if (house.hold.meetings.length > 0) written().push(structuredClone(first));
  return {
    "template.list": () => [...built_in, ...written()],
    "template.save": ({ id: given, name, sections }) => {
      if (name.trim() === "") throw fault("refused", "A template needs a name.");
      if (sections.length === 0 || sections.length > MOST_SECTIONS)
        throw fault("refused", "A template has between one and twenty sections.");
      if (sections.some((one) => one.title.trim() === ""))
        throw fault("refused", "A section has no heading.");
      const [missing] = unserved(sections);
      if (missing) throw fault("refused", `No section serves this aim: ${AIMS[missing]}.`);
      const before = written().find((one) => one.id === given);
      const differs = JSON.stringify(before?.sections) !== JSON.stringify(sections);
      const version = before ? before.version + (differs ? 1 : 0) : 1;
      const id = given ?? house.id("t");
      house.deed("template.save", `Template saved: ${name}`, () => {
        const line = { id, built_in: null, name: name.trim(), version, sections, missing: [] };
        (house.hold as WithTemplates).templates = before
          ? written().map((one) => (one.id === id ? line : one))
          : [...written(), line];
      });
      return house.made(id);
    },
    "template.remove": ({ id }) => {
      const { deed } = house.deed("template.remove", "Template removed", () => {
        (house.hold as WithTemplates).templates = written().filter((one) => one.id !== id);
        for (const rhythm of Object.values(house.hold.rhythms))
          if (rhythm.template === id) rhythm.template = null;
      });
      return { at: now().toISOString(), deed };
    },
  };
}
