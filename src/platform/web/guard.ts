import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** The headers of every answer: nothing from elsewhere, nothing inline, in no frame. */
export function strictHeaders(secure: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: "DENY",
    // Under `no-referrer` browsers send forms with `Origin: null`, which could not be told from a stranger's.
    referrerPolicy: "same-origin",
    strictTransportSecurity: secure ? "max-age=63072000; includeSubDomains" : false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  });
}

/**
 * Why a form may have come from elsewhere, by what the browser says of it; nothing where it says it is ours. A browser
 * too old to say is left to the token.
 */
export function foreignForm({ req }: Context): string | undefined {
  const site = req.header("Sec-Fetch-Site");
  if (site !== undefined && site !== "same-origin") return "It was sent from another site.";
  const origin = req.header("Origin");
  return origin === undefined || hostOf(origin) === (req.header("Host") ?? new URL(req.url).host)
    ? undefined
    : "It was sent from another site.";
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
