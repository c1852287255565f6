/** Active Directory's words ([MS-ADTS], [MS-ADA]) that the adapter uses, and nothing of them leaves this folder. */

export const accountAttributes = [
  "objectGUID",
  "sAMAccountName",
  "displayName",
  "mail",
  "userPrincipalName",
  "userAccountControl",
  "employeeType",
];

/** Sixteen bytes that happen to be UTF-8 would otherwise come as a string. */
export const binaryAttributes = ["objectGUID"];

/** userAccountControl, [MS-ADTS] 2.2.16. */
export const normalAccount = 0x200;
export const accountDisabled = 0x2;

/** What employeeType says of an account that the portal made, and of one that it has also disabled: how "ours" is told from others' doings. */
export const portalMark = "serviceportalen";
export const disabledByPortalMark = "serviceportalen-disabled";

/** RFC 4511, appendix A. */
export const resultCodes = {
  timeLimitExceeded: 3,
  sizeLimitExceeded: 4,
  strongerAuthRequired: 8,
  adminLimitExceeded: 11,
  noSuchAttribute: 16,
  attributeOrValueExists: 20,
  noSuchObject: 32,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  busy: 51,
  unavailable: 52,
  unwillingToPerform: 53,
  entryAlreadyExists: 68,
};

/** The `data` of a refused bind in Active Directory: Windows system error codes, in hexadecimal. */
export const signInRefusals: Record<string, string> = {
  "525": "no such account",
  "52e": "wrong account or password",
  "530": "not at this time of day",
  "531": "not from this computer",
  "532": "the password has expired",
  "533": "the account is disabled",
  "701": "the account has expired",
  "773": "the password must be changed first",
  "775": "the account is locked",
};
