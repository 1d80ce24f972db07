/** A role held at an organisation; how far it reaches is for the grants to say. */
export interface Post {
  readonly role: string;
  readonly organisation: string;
}

/** What somebody may not do in the affairs of an organisation, whatever their posts allow; the rule says why. */
export interface Bar {
  readonly permissions: readonly string[];
  readonly organisation: string;
  readonly rule: string;
}

/** Somebody who uses the service, with the posts they hold on the day. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly Post[];
  /** None unless stated. A bar wins over every grant. */
  readonly bars?: readonly Bar[];
}

/** Whose affairs a page or command is about: an organisation and where it stands in the tree on the day. */
export interface Subject {
  readonly organisation: string;
  /** The organisation itself and all above it, its own code first. */
  readonly within: readonly string[];
  /** The organisations that count as its peers, those of the same locality or PCT, say; none unless stated. */
  readonly peers?: readonly string[];
}

/** What is about the product as a whole and in nobody's affairs: only a grant that reaches anywhere covers it. */
export const WHOLE_SERVICE: Subject = { organisation: "", within: [] };
