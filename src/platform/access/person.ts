/** A role held at an organisation; how far it reaches is for the grants to say. */
export interface Post {
  readonly role: string;
  readonly organisation: string;
}

/** Somebody who uses the service, with the posts they hold. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

/** Whose affairs a page or command is about: an organisation and where it stands in the tree on the day. */
export interface Subject {
  readonly organisation: string;
  /** The organisation itself and all above it, its own code first. */
  readonly within: readonly string[];
  /** The organisations that count as its peers, those of the same locality or PCT, say; none unless stated. */
  readonly peers?: readonly string[];
}
