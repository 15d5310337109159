import type { FeeBrief } from "../../protocol/procedures.ts";
import type { procedures } from "../vi/procedures.ts";
import { type Composed, money, text } from "./places.ts";

type Words = typeof procedures;
type Say = Parameters<Composed<unknown>["compose"]>[0];

const amountSentences: Composed<unknown>["sentences"] = {
	amount: { places: [money("amount")], vi: "{amount}" },
	amountPer: { places: [money("amount"), text("unit")], vi: "{amount}/{unit}" },
	range: { places: [money("least"), money("most")], vi: "{least} – {most}" },
	rangePer: {
		places: [money("least"), money("most"), text("unit")],
		vi: "{least} – {most}/{unit}",
	},
	unknown: { places: [], vi: "Hỏi phí tại quầy" },
};

/** A fee in one line. Of a fee that the province decides nothing may say that it is free. */
export const fee: Composed<Words["fee"]> = {
	sentences: {
		free: { places: [], vi: "Miễn phí" },
		freeWithExtra: {
			places: [money("amount"), text("unit")],
			vi: "Miễn phí; yêu cầu thêm: {amount}/{unit}",
		},
		freeWithExtras: { places: [], vi: "Miễn phí; có khoản thu khi yêu cầu thêm" },
		...amountSentences,
		provincial: { places: [], vi: "Mức thu do tỉnh quy định" },
		provincialAbout: { places: [text("amounts")], vi: "Tỉnh quy định, tham khảo {amounts}" },
		perCircular: { places: [], vi: "Phí theo thông tư" },
	},
	compose: (say) => (told) => {
		const [extra, ...more] = told.extras;
		switch (told.kind) {
			case "free":
				if (!extra) return say("free");
				return more.length > 0
					? say("freeWithExtras")
					: say("freeWithExtra", extra.amountVnd, extra.unit);
			case "fixed":
				return amounts(told, say);
			case "provincial":
				return told.minVnd === null
					? say("provincial")
					: say("provincialAbout", amounts(told, say));
			case "none_listed":
				return say("unknown");
			case "per_circular":
				return say("perCircular");
		}
	},
};

/** The same in a word or two. */
export const feeInAWord: Composed<Words["feeInAWord"]> = {
	sentences: {
		free: { places: [], vi: "Miễn phí" },
		...amountSentences,
		provincial: { places: [], vi: "Tỉnh quy định" },
		ask: { places: [], vi: "Hỏi tại quầy" },
		perCircular: { places: [], vi: "Theo thông tư" },
	},
	compose: (say) => (told) => {
		switch (told.kind) {
			case "free":
				return say("free");
			case "fixed":
				return told.minVnd === null ? say("ask") : amounts(told, say);
			case "provincial":
				return say("provincial");
			case "none_listed":
				return say("ask");
			case "per_circular":
				return say("perCircular");
		}
	},
};

function amounts({ minVnd, maxVnd, unit }: FeeBrief, say: Say): string {
	if (minVnd === null || maxVnd === null) return say("unknown");
	if (minVnd === maxVnd) {
		return unit === null ? say("amount", minVnd) : say("amountPer", minVnd, unit);
	}
	return unit === null ? say("range", minVnd, maxVnd) : say("rangePer", minVnd, maxVnd, unit);
}
