import type { ServiceSign } from "../protocol/office.ts";

/**
 * Lines on a field of 24 by 24, all drawn with round ends and a stroke of 2: as `lucide` has its icons, so that what draws those draws
 * these.
 */
export type SignDrawing = [tag: "path" | "circle" | "rect", attributes: Record<string, string>][];

/**
 * The drawings of the signs, for paper and screens alike. All but `family` are icons of lucide 1.65 under the names beside them, and stand
 * here because the package with its two thousand files takes Node longer to load than the whole hub does to start.
 *
 * Lucide's licence (ISC): Copyright (c) 2026 Lucide Icons and Contributors. Permission to use, copy, modify, and/or distribute this
 * software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice
 * appear in all copies. The software is provided "as is" and the author disclaims all warranties with regard to it.
 */
export const signDrawings: Record<ServiceSign, SignDrawing> = {
	/** Baby */
	baby: [
		["path", { d: "M10 16c.5.3 1.2.5 2 .5s1.5-.2 2-.5" }],
		["path", { d: "M15 12h.01" }],
		[
			"path",
			{
				d: "M19.38 6.813A9 9 0 0 1 20.8 10.2a2 2 0 0 1 0 3.6 9 9 0 0 1-17.6 0 2 2 0 0 1 0-3.6A9 9 0 0 1 12 3c2 0 3.5 1.1 3.5 2.5s-.9 2.5-2 2.5c-.8 0-1.5-.4-1.5-1",
			},
		],
		["path", { d: "M9 12h.01" }],
	],
	family: [
		["circle", { cx: "6.5", cy: "6", r: "3" }],
		["circle", { cx: "17.5", cy: "6", r: "3" }],
		["circle", { cx: "12", cy: "14", r: "2" }],
		["path", { d: "M2 20v-3a4.5 4.5 0 0 1 6-4.2" }],
		["path", { d: "M22 20v-3a4.5 4.5 0 0 0-6-4.2" }],
		["path", { d: "M8 21a4 4 0 0 1 8 0" }],
	],
	/** House */
	house: [
		["path", { d: "M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8" }],
		[
			"path",
			{
				d: "M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z",
			},
		],
	],
	/** LandPlot */
	land: [
		["path", { d: "m12 8 6-3-6-3v10" }],
		[
			"path",
			{
				d: "m8 11.99-5.5 3.14a1 1 0 0 0 0 1.74l8.5 4.86a2 2 0 0 0 2 0l8.5-4.86a1 1 0 0 0 0-1.74L16 12",
			},
		],
		["path", { d: "m6.49 12.85 11.02 6.3" }],
		["path", { d: "M17.51 12.85 6.5 19.15" }],
	],
	/** Stamp */
	stamp: [
		["path", { d: "M14 13V8.5C14 7 15 7 15 5a3 3 0 0 0-6 0c0 2 1 2 1 3.5V13" }],
		[
			"path",
			{
				d: "M20 15.5a2.5 2.5 0 0 0-2.5-2.5h-11A2.5 2.5 0 0 0 4 15.5V17a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1z",
			},
		],
		["path", { d: "M5 22h14" }],
	],
	/** BriefcaseBusiness */
	briefcase: [
		["path", { d: "M12 12h.01" }],
		["path", { d: "M16 6V4a2 2 0 0 0-2-2h-4a2 2 0 0 0-2 2v2" }],
		["path", { d: "M22 13a18.15 18.15 0 0 1-20 0" }],
		["rect", { width: "20", height: "14", x: "2", y: "6", rx: "2" }],
	],
	/** HandHeart */
	heart: [
		["path", { d: "M11 14h2a2 2 0 0 0 0-4h-3c-.6 0-1.1.2-1.4.6L3 16" }],
		[
			"path",
			{
				d: "m14.45 13.39 5.05-4.694C20.196 8 21 6.85 21 5.75a2.75 2.75 0 0 0-4.797-1.837.276.276 0 0 1-.406 0A2.75 2.75 0 0 0 11 5.75c0 1.2.802 2.248 1.5 2.946L16 11.95",
			},
		],
		["path", { d: "m2 15 6 6" }],
		[
			"path",
			{ d: "m7 20 1.6-1.4c.3-.4.8-.6 1.4-.6h4c1.1 0 2.1-.4 2.8-1.2l4.6-4.4a1 1 0 0 0-2.75-2.91" },
		],
	],
	/** BookOpen */
	book: [
		["path", { d: "M12 5v16" }],
		[
			"path",
			{
				d: "M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z",
			},
		],
	],
	/** IdCard */
	"id-card": [
		["path", { d: "M13 19a4 4 0 00-8 0" }],
		["path", { d: "M16 10h2" }],
		["path", { d: "M16 14h2" }],
		["circle", { cx: "9", cy: "12", r: "3" }],
		["rect", { x: "2", y: "5", width: "20", height: "14", rx: "2" }],
	],
	/** Users */
	people: [
		["path", { d: "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2" }],
		["path", { d: "M16 3.128a4 4 0 0 1 0 7.744" }],
		["path", { d: "M22 21v-2a4 4 0 0 0-3-3.87" }],
		["circle", { cx: "9", cy: "7", r: "4" }],
	],
	/** Scale */
	scales: [
		["path", { d: "M12 3v18" }],
		["path", { d: "m19 8 3 8a5 5 0 0 1-6 0zV7" }],
		["path", { d: "M3 7h1a17 17 0 0 0 8-2 17 17 0 0 0 8 2h1" }],
		["path", { d: "m5 8 3 8a5 5 0 0 1-6 0zV7" }],
		["path", { d: "M7 21h10" }],
	],
	/** Mail */
	envelope: [
		["path", { d: "m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7" }],
		["rect", { x: "2", y: "4", width: "20", height: "16", rx: "2" }],
	],
	/** TreeDeciduous */
	tree: [
		[
			"path",
			{
				d: "M8 19a4 4 0 0 1-2.24-7.32A3.5 3.5 0 0 1 9 6.03V6a3 3 0 1 1 6 0v.04a3.5 3.5 0 0 1 3.24 5.65A4 4 0 0 1 16 19Z",
			},
		],
		["path", { d: "M12 19v3" }],
	],
	/** Medal */
	medal: [
		[
			"path",
			{
				d: "M7.21 15 2.66 7.14a2 2 0 0 1 .13-2.2L4.4 2.8A2 2 0 0 1 6 2h12a2 2 0 0 1 1.6.8l1.6 2.14a2 2 0 0 1 .14 2.2L16.79 15",
			},
		],
		["path", { d: "M11 12 5.12 2.2" }],
		["path", { d: "m13 12 5.88-9.8" }],
		["path", { d: "M8 7h8" }],
		["circle", { cx: "12", cy: "17", r: "5" }],
		["path", { d: "M12 18v-2h-.5" }],
	],
	/** FileText */
	document: [
		[
			"path",
			{
				d: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
			},
		],
		["path", { d: "M14 2v5a1 1 0 0 0 1 1h5" }],
		["path", { d: "M10 9H8" }],
		["path", { d: "M16 13H8" }],
		["path", { d: "M16 17H8" }],
	],
	/** CircleCheck */
	check: [
		["circle", { cx: "12", cy: "12", r: "10" }],
		["path", { d: "m16 9-5.5 5.5L8 12" }],
	],
};
