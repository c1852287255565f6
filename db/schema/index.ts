export * from "./calendars";
export * from "./catalogue";
export * from "./connections";
export * from "./history";
export * from "./orders";
export * from "./organisations";
export * from "./people";
export * from "./tickets";
