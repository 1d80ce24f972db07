import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Issuing, startIssuer } from "../issuer/front.ts";
import { CLIENT } from "../issuer/provider.ts";
import { freePort, type Product, startProduct } from "../product/product.ts";

/** The product over real data of one PCT, with an issuer that people can sign in with. */
export interface SignInWorld {
  readonly product: Product;
  readonly issuing: Issuing;
  /** The link that the command line printed for the first administrator. */
  readonly firstLink: string;
  close(): Promise<void>;
}

const FILES = {
  "organisations.csv": `code,name,kind,opened,closed,successor
Q99,Eastern Marches,region,2002-04-01,,
5QX,Marches PCT,pct,2002-04-01,,
X81001,Mill Lane Surgery,practice,2002-04-01,,
`,
  "memberships.csv": `member,organisation,kind,from,until
5QX,Q99,region,2002-04-01,
X81001,5QX,pct,2002-04-01,
`,
};

/** Starts from nothing as docs/sign-in.md says: an empty folder, organisations, the first administrator. */
export async function startSignIn(): Promise<SignInWorld> {
  const folder = mkdtempSync(join(tmpdir(), "chilford-sign-in-"));
  await chmod(folder, 0o755);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const issuing = await startIssuer(`${address}/sign-in/from/trust`);
  const product = await startProduct(["--empty"], {
    CHILFORD_DATA: join(folder, "data"),
    CHILFORD_ADDRESS: address,
    CHILFORD_ISSUERS: issuersFile(folder, issuing.issuer),
    PORT: String(port),
  });
  await product.run("load", ...organisationFiles(folder));
  const who = ["--name", "Alma Avocet", "--email", "alma@marches.example", "--organisation", "5QX"];
  const { link } = (await product.run("people", "first-administrator", ...who)) as { readonly link: string };
  return {
    ...{ product, issuing, firstLink: link },
    close: async () => {
      await Promise.all([product.close(), issuing.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

function organisationFiles(folder: string): readonly string[] {
  mkdirSync(join(folder, "files"));
  return Object.entries(FILES).map(([name, text]) => {
    const path = join(folder, "files", name);
    writeFileSync(path, text);
    return path;
  });
}

function issuersFile(folder: string, issuer: string): string {
  writeFileSync(join(folder, "trust.secret"), CLIENT.secret, { mode: 0o600 });
  const path = join(folder, "issuers.json");
  const trust = { id: "trust", name: "Marches Trust", issuer, clientId: CLIENT.id, clientSecretFile: "trust.secret" };
  writeFileSync(path, JSON.stringify({ issuers: [{ ...trust, admits: "invited" }] }), { mode: 0o600 });
  return path;
}
