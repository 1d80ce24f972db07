import { NotFound } from "#platform/access/errors.ts";
import { type Page, page } from "#platform/web/page.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { documentOf } from "../rules/source-document.ts";
import { SourceDocumentView, SourceListView } from "./sources.view.tsx";

/** All documents that rules rest on. */
export function sourceListPage({ sources }: Rulebook): Page<"anyone"> {
  return page("/sources", { permission: "anyone" }, () => ({
    title: "Sources",
    section: "rules",
    trail: [{ text: "Rules", href: "/rules" }],
    body: <SourceListView documents={sources} />,
  }));
}

/** One document, each paragraph with an address of its own and the rules that rest on it. */
export function sourceDocumentPage({ sources, values }: Rulebook): Page<"anyone"> {
  return page("/sources/:document", { permission: "anyone" }, ({ params }) => {
    const document = documentOf(sources, params.document);
    if (document === undefined) throw new NotFound(`There is no source called ${params.document}.`);
    const resting = Map.groupBy(
      values.filter(({ source }) => source.document === document.id),
      ({ source }) => source.paragraph,
    );
    return {
      title: document.title,
      section: "rules",
      trail: [
        { text: "Rules", href: "/rules" },
        { text: "Sources", href: "/sources" },
      ],
      body: <SourceDocumentView document={document} resting={resting} />,
    };
  });
}
