import { TOKEN_FIELD } from "#platform/web/view/form.tsx";

/** Somebody at a browser without scripts: keeps cookies, takes the token from the page, and sends forms. */
export interface Visitor {
  get(path: string): Promise<Response>;
  /** Sends a form with the token of the page it stands on. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

/** A visitor of a server, who follows no redirects. */
export function visitorOf(address: string): Visitor {
  const cookies = new Map<string, string>();
  const asked = async (path: string, more: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, address), { ...more, redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  };
  let token = "";
  const get = async (path: string) => {
    const response = await asked(path);
    const text = await response.clone().text();
    token = new RegExp(`name="${TOKEN_FIELD}" value="([^"]*)"`).exec(text)?.[1] ?? token;
    return response;
  };
  return {
    get,
    send: (path, fields) =>
      asked(path, { method: "POST", body: new URLSearchParams({ ...fields, [TOKEN_FIELD]: token }) }),
  };
}
