import { type Static, Type } from "typebox";

/** What a picture of a slide may be that is sent from the settings' page, and how much of them is kept. PNG and JPEG are what the oldest boards show as well. */
export const slidePictureLimits = {
	/** A picture for a panel of 1080 by 1920 is well below it, and a kiosk keeps each in memory. */
	bytes: 4 * 1024 * 1024,
	/** Of its longer side: a panel has 3840 at most, and what is drawn takes four bytes a dot. */
	sidePx: 4096,
	/** Of its shorter side: less is a dot that somebody has sent by mistake. */
	leastPx: 16,
	/** What the hundred versions of the settings may name in all: more than any office hangs up, and little beside the ledger's disk. */
	kept: 400,
	keptBytes: 200 * 1024 * 1024,
} as const;

/** A picture as a slide of the settings names it, and how large its file is. */
export const NamedPicture = Type.Object({
	picture: Type.String({
		description: "As a slide says it: a path of the office file's, or kept:NAME.",
	}),
	bytes: Type.Integer(),
});
export type NamedPicture = Static<typeof NamedPicture>;

/** `POST /api/admin/settings/pictures`. The same bytes have the same name. */
export const KeptPicture = Type.Object({
	...NamedPicture.properties,
	widthPx: Type.Integer(),
	heightPx: Type.Integer(),
});
export type KeptPicture = Static<typeof KeptPicture>;
