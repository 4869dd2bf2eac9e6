// What came to light, as sentences: what was found, and what to do about it.
import type { Finding } from "../../door/calls";

export const sentences_of = (findings: Finding[]): string[] =>
  findings.map((finding) => [finding.sentence, finding.next].filter(Boolean).join(" "));
