/** What a feature answers where it cannot do what the user asks for: the client shows the reason. */
export class Refusal {
  /** For the user: a sentence that says why, and what to do instead where something can be done. */
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}
