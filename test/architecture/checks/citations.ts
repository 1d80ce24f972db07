import { type Check, filesAt, isTest, type Problem, type Tree } from "../project.ts";

const NAME = "[A-Za-z0-9]+(?:[.\\-–][A-Za-z0-9]+)*";
const CITED = new RegExp(`(?:(${NAME}) )?¶(${NAME})`, "g");
const PARAGRAPH = new RegExp(`^- \\*\\*¶(${NAME})\\*\\*`, "gm");

/** Every file in rules/ says which paragraph it follows. */
export const rulesCite: Check = (tree) =>
  filesAt(tree, /^src\/features\/[^/]+\/rules\/.*\.tsx?$/)
    .filter(([path, text]) => !isTest(path) && citationsIn(text).length === 0)
    .map(([path]) => ({
      at: path,
      what: 'Cites no paragraph: write "Source: 003 ¶2.2.1-6." where its rule is stated.',
    }));

/** A paragraph that code or a model cites stands in docs/sources/. */
export const citationsLead: Check = (tree) => {
  const known = paragraphs(tree);
  return filesAt(tree, /^src\/.*\.(?:tsx?|sql)$/)
    .filter(([path]) => !isTest(path))
    .flatMap(([path, text]) =>
      citationsIn(text)
        .filter((citation) => !known.has(citation))
        .map((citation): Problem => ({ at: path, what: `Cites ${citation}, which no file of docs/sources/ has.` })),
    );
};

function paragraphs(tree: Tree): ReadonlySet<string> {
  return new Set(
    filesAt(tree, /^docs\/sources\/[^/]+\.md$/).flatMap(([path, text]) => {
      const document = path.slice("docs/sources/".length, -".md".length);
      return [...text.matchAll(PARAGRAPH)].map(([, number]) => `${document} ¶${number}`);
    }),
  );
}

/** The citations after each "Source:", where a paragraph without a document belongs to the document before it. */
function citationsIn(text: string): readonly string[] {
  return commentsIn(text).flatMap((comment) =>
    comment
      .split("Source:")
      .slice(1)
      .flatMap((words) => {
        let document = "";
        return [...words.matchAll(CITED)].map(([, named, number]) => {
          if (named !== undefined && !["to", "and", "or", "with"].includes(named)) document = named;
          return `${document} ¶${number}`;
        });
      }),
  );
}

function commentsIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/\/\*\*?([\s\S]*?)\*\//g)].map(([, inside = ""]) => inside.replace(/\n\s*\*/g, " "));
  const lines = [...text.matchAll(/(?:^[ \t]*(?:--|\/\/).*\n?)+/gm)].map(([run]) =>
    run.replace(/^[ \t]*(?:--|\/\/)/gm, " "),
  );
  return [...blocks, ...lines].map((comment) => comment.replace(/\s+/g, " "));
}
