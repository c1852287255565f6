import type { HardwareClass } from "../../words";

/** `certification`: the outcomes of the steps taken so far, in their order (C8). Rents in öre. */
export type HardwareContent = {
  slug: string;
  manufacturer: string;
  name: string;
  class: HardwareClass;
  rentPerMonthOre: number;
  stock: number;
  certification: { passed: boolean; note: string }[];
};

const certified = [
  { passed: true, note: "Garanti, reservdelar och miljömärkning är granskade." },
  { passed: true, note: "Inskrivning, lösenkod och viktiga appar är provade." },
  { passed: true, note: "Nät, certifikat och egna appar fungerar i verksamheten." },
];

/** Three classes by role (C7); one model waits for its last step, one was stopped by the technical test. */
export const ipadHardware: HardwareContent[] = [
  {
    slug: "ipad-11",
    manufacturer: "Apple",
    name: "iPad 11 tum, 128 GB",
    class: "bas",
    rentPerMonthOre: 16_900,
    stock: 42,
    certification: certified,
  },
  {
    slug: "ipad-air-11",
    manufacturer: "Apple",
    name: "iPad Air 11 tum, 128 GB",
    class: "plus",
    rentPerMonthOre: 24_900,
    stock: 25,
    certification: certified,
  },
  {
    slug: "ipad-pro-11",
    manufacturer: "Apple",
    name: "iPad Pro 11 tum, 256 GB",
    class: "premium",
    rentPerMonthOre: 38_900,
    stock: 8,
    certification: certified,
  },
  {
    slug: "ipad-air-13",
    manufacturer: "Apple",
    name: "iPad Air 13 tum, 128 GB",
    class: "plus",
    rentPerMonthOre: 29_900,
    stock: 6,
    certification: certified.slice(0, 2),
  },
  {
    slug: "ipad-mini",
    manufacturer: "Apple",
    name: "iPad mini 8,3 tum, 128 GB",
    class: "bas",
    rentPerMonthOre: 19_900,
    stock: 0,
    certification: [
      ...certified.slice(0, 1),
      { passed: false, note: "Appen för möteshandlingar visar inte hela sidan på den lilla skärmen." },
    ],
  },
];
