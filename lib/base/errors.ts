import type { MessageKey } from "./language";

export type SentenceValues = Record<string, string | number | Date>;

/** One bad field: a path into the input ("recipients.0") and the sentence to show at it. */
export type FieldFault = { path: string; key: MessageKey; values?: SentenceValues };

/** The six errors a verb may throw. `key` names a sentence in the messages; edges translate it, nobody else catches. */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  constructor(
    readonly key: MessageKey,
    readonly values: SentenceValues = {},
  ) {
    super(key);
    this.name = new.target.name;
  }
}

/** Hidden and absent alike. */
export class NotFound extends DomainError {
  readonly status = 404;
  constructor(key: MessageKey = "errors.notFound") {
    super(key);
  }
}

/** The object is known to the person, the act is not theirs. */
export class NotAllowed extends DomainError {
  readonly status = 403;
  constructor(key: MessageKey = "errors.notAllowed", values: SentenceValues = {}) {
    super(key, values);
  }
}

/** Bad fields, each with its sentence. */
export class Invalid extends DomainError {
  readonly status = 400;
  constructor(readonly fields: FieldFault[]) {
    super("errors.invalid");
  }
}

/** The state moved under the person's feet, or the version did not match. */
export class Conflict extends DomainError {
  readonly status: number = 409;
  constructor(key: MessageKey = "errors.conflict", values: SentenceValues = {}) {
    super(key, values);
  }
}

/** `If-Match` named another version (RFC 9110, 412). */
export class VersionMismatch extends Conflict {
  override readonly status = 412;
  constructor() {
    super("errors.versionMismatch");
  }
}

/** A rule of the service forbids it; the sentence says which and what to do. */
export class RuleBroken extends DomainError {
  readonly status = 409;
}

/** The outside world did not answer. `retry`: trying again later may help. `detail` is for the log and the task, never secret. */
export class Unavailable extends DomainError {
  readonly status = 503;
  constructor(
    readonly detail: string,
    readonly retry = true,
    key: MessageKey = "errors.unavailable",
  ) {
    super(key, { detail });
  }
}
