import type { GuideAudience } from "../../words";

type Text = { sv: string; en: string };

/** A guide as a new organisation gets it. */
export type SeedGuide = { audience: GuideAudience; categories: string[]; title: Text; summary: Text; body: Text };
