/** Who works which queue, by the local part of the address. */
export const demoMembers: Record<string, string[]> = {
  "line-1": ["first", "lead", "printers"],
  "line-2": ["second", "lead"],
  "line-3": ["third"],
  "meeting-documents": ["secretary"],
  sensitive: ["second"],
};

/** Impact (rows: everyone, a unit, a few, one) by urgency (columns: nothing works, work stops, work is harder, can wait). */
export const demoMatrix = [
  [1, 1, 2, 3],
  [1, 2, 3, 3],
  [2, 3, 3, 4],
  [2, 3, 4, 4],
];

/** The tree that the report counts by, with the line where each begins (C1). */
export const demoCategories: {
  path: string;
  name: string;
  line?: 1 | 2 | 3;
  queue?: string;
  serviceLevel?: string;
  isConfidential?: boolean;
}[] = [
  { path: "ipad", name: "iPad" },
  { path: "ipad/sync", name: "E-post och kalender synkar inte" },
  { path: "ipad/passcode", name: "Glömd lösenkod" },
  { path: "ipad/reset", name: "Återställning" },
  { path: "ipad/apps", name: "Appar" },
  { path: "ipad/management", name: "Hantering i MDM", line: 2 },
  { path: "ipad/lost", name: "Borttappad eller stulen", serviceLevel: "extended" },
  { path: "ipad/return", name: "Återlämning och återvinning" },
  { path: "network", name: "Nätverk" },
  { path: "network/wifi", name: "Wi-Fi", serviceLevel: "extended" },
  { path: "network/infrastructure", name: "Infrastruktur", line: 3, serviceLevel: "critical" },
  { path: "printing", name: "Utskrift" },
  { path: "printing/airprint", name: "AirPrint" },
  { path: "account", name: "Konto och lösenord" },
  { path: "meeting-documents", name: "Möteshandlingar", queue: "meeting-documents", serviceLevel: "office" },
  { path: "mobile", name: "Mobil och abonnemang", line: 2 },
  { path: "sensitive", name: "Känsligt ärende", line: 2, queue: "sensitive", isConfidential: true },
  { path: "sensitive/protected", name: "Skyddade personuppgifter", line: 2, queue: "sensitive" },
  { path: "other", name: "Annat" },
];
