/** A form that is not taken at all, whatever it says: the sentence why, and the status it is answered with. */
export class RefusedForm extends Error {
  override readonly name = "RefusedForm";
  readonly status: 400 | 403 | 413 | 415;

  constructor(sentence: string, status: RefusedForm["status"]) {
    super(sentence);
    this.status = status;
  }
}

/** The refusal of what is over a form's limit; used before its body is read and while it is. */
export function tooLarge(): RefusedForm {
  return new RefusedForm("It is larger than the service takes.", 413);
}
