import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** What pages here never do, and so no script that got in may: all that a browser can be told to withhold. */
const WITHHELD = [
  ...["accelerometer", "autoplay", "bluetooth", "camera", "clipboardRead", "clipboardWrite", "crossOriginIsolated"],
  ...["displayCapture", "encryptedMedia", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idleDetection"],
  ...["keyboardMap", "magnetometer", "microphone", "midi", "payment", "pictureInPicture", "publickeyCredentialsGet"],
  ...[
    "screenWakeLock",
    "serial",
    "storageAccess",
    "syncXhr",
    "usb",
    "webShare",
    "windowManagement",
    "xrSpatialTracking",
  ],
] as const;

/**
 * The headers of every answer: nothing from elsewhere, nothing inline, in no frame, in no other site's hands, and kept
 * nowhere unless the answer says otherwise.
 */
export function strictHeaders(secure: boolean): MiddlewareHandler {
  const headers = secureHeaders({
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
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
    strictTransportSecurity: secure ? "max-age=63072000; includeSubDomains" : false,
    permissionsPolicy: Object.fromEntries(WITHHELD.map((feature) => [feature, []])),
  });
  return async (c, next) => {
    await headers(c, async () => {
      await next();
      if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
    });
  };
}

/** The ways of asking that pages and forms know; a form cannot ask to be taken for another one. */
const METHODS = ["GET", "HEAD", "POST"];

/** Answers any other way of asking before anything is looked at. */
export const knownMethods: MiddlewareHandler = async (c, next) => {
  if (METHODS.includes(c.req.method)) return next();
  return c.text("This way of asking is not known here.\n", 405, { Allow: METHODS.join(", ") });
};

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
