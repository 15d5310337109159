import { type Static, Type } from "typebox";
import { Office } from "./office.ts";

/**
 * What an office may be changed in while its hub runs. The rest stands in the office file alone: machines, limits, languages, and what lies in
 * folders beside it.
 */
export const editableSections = [
	"name",
	"hours",
	"holidays",
	"workingDays",
	"lastTicket",
	"services",
	"counters",
	"priorityClasses",
	"calling",
	"tickets",
	"boards",
	"slides",
	"ticker",
	"voice",
	"paper",
] as const;
export type EditableSection = (typeof editableSections)[number];

/** The schema of the office file, as far as an edit may say it. */
export const EditableOffice = Type.Pick(Office, [...editableSections]);
export type EditableOffice = Static<typeof EditableOffice>;

/** The parts of sections that name files beside the office file: an edit leaves them as they are. */
export const fixedKeys = [
	["voice", "folder"],
	["paper", "logo"],
] as const;
