import type { Source } from "#kernel/cited.ts";
import { problem, type RulebookProblem } from "./problem.ts";

export interface SourceParagraph {
  readonly id: string;
  readonly text: string;
}

export interface SourceSection {
  readonly heading: string;
  readonly paragraphs: readonly SourceParagraph[];
}

/** A document that rules rest on, in our own words. Source: settled ¶rules-1. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly standing: string;
  readonly read: string;
  readonly about: string;
  readonly sections: readonly SourceSection[];
}

export type Sources = readonly SourceDocument[];

/** A file as found: its name as people know it, and its text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

const TITLE = /^# (\S+): (.+)$/;
const FACT = /^(Standing|Read): (.+)$/;
const PARAGRAPH = /^- \*\*¶([A-Za-z0-9.-]+-\d+)\*\* (.+)$/;
const CITATION = /^(\S+) ¶(\S+)$/;

/** A citation as people write it: `003 ¶2.2.1-6`. */
export function citation({ document, paragraph }: Source): string {
  return `${document} ¶${paragraph}`;
}

/** Reads a citation, or nothing where the text is none. */
export function readCitation(text: string): Source | undefined {
  const [, document, paragraph] = CITATION.exec(text) ?? [];
  return document === undefined || paragraph === undefined ? undefined : { document, paragraph };
}

export function documentOf(sources: Sources, id: string): SourceDocument | undefined {
  return sources.find((document) => document.id === id);
}

/** The paragraph a source names, or nothing where no document has it. */
export function paragraphAt(sources: Sources, source: Source): SourceParagraph | undefined {
  return documentOf(sources, source.document)
    ?.sections.flatMap((section) => section.paragraphs)
    .find((paragraph) => paragraph.id === source.paragraph);
}

interface Draft {
  title?: string;
  id?: string;
  facts: Map<string, string>;
  about: string[];
  sections: { heading: string; paragraphs: { id: string; text: string }[] }[];
}

/** Reads a document; a line that fits no form is a problem, so that no paragraph is lost unseen. */
export function readSourceDocument({ file, text }: TextFile): {
  readonly document: SourceDocument;
  readonly problems: readonly RulebookProblem[];
} {
  const name = file.replace(/^.*\//, "").replace(/\.md$/, "");
  const draft: Draft = { facts: new Map(), about: [], sections: [] };
  const strange = text.split("\n").flatMap((line, index) => {
    const wrong = `"${line}" is no line of a source`;
    return takeLine(draft, line) ? [] : [problem("document-wrong", { file, line: index + 1 }, wrong)];
  });
  return {
    document: finished(draft, name),
    problems: [...strange, ...headProblems(draft, file, name), ...repeatProblems(file, text)],
  };
}

function headProblems(draft: Draft, file: string, name: string): readonly RulebookProblem[] {
  const missing = ["Standing", "Read"].filter((fact) => !draft.facts.has(fact)).map((fact) => `"${fact}:" is missing`);
  const wrong = draft.id === name ? missing : [`the title must start "# ${name}: "`, ...missing];
  return wrong.map((what) => problem("document-wrong", { file, line: 1 }, what));
}

function repeatProblems(file: string, text: string): readonly RulebookProblem[] {
  const seen = new Set<string>();
  return text.split("\n").flatMap((line, index) => {
    const [, id] = PARAGRAPH.exec(line) ?? [];
    const isRepeated = id !== undefined && seen.has(id);
    if (id !== undefined) seen.add(id);
    return isRepeated ? [problem("paragraph-twice", { file, line: index + 1 }, `¶${id} stands here again`)] : [];
  });
}

function takeLine(draft: Draft, line: string): boolean {
  if (line === "") return true;
  if (line.startsWith("# ")) return takeTitle(draft, line);
  if (line.startsWith("## ")) return draft.sections.push({ heading: line.slice(3), paragraphs: [] }) > 0;
  const section = draft.sections.at(-1);
  if (section === undefined) return takeAbout(draft, line);
  const [, id, words] = PARAGRAPH.exec(line) ?? [];
  if (id !== undefined && words !== undefined) return section.paragraphs.push({ id, text: words }) > 0;
  const last = section.paragraphs.at(-1);
  if (last === undefined || !line.startsWith("  ")) return false;
  last.text += ` ${line.trim()}`;
  return true;
}

function takeTitle(draft: Draft, line: string): boolean {
  const [, id, title] = TITLE.exec(line) ?? [];
  if (id === undefined || title === undefined || draft.id !== undefined) return false;
  draft.id = id;
  draft.title = title;
  return true;
}

function takeAbout(draft: Draft, line: string): boolean {
  const [, fact, words] = FACT.exec(line) ?? [];
  if (fact !== undefined && words !== undefined) draft.facts.set(fact, words);
  else draft.about.push(line);
  return draft.id !== undefined;
}

function finished(draft: Draft, id: string): SourceDocument {
  return {
    id,
    title: draft.title ?? id,
    standing: draft.facts.get("Standing") ?? "",
    read: draft.facts.get("Read") ?? "",
    about: draft.about.join(" "),
    sections: draft.sections,
  };
}
