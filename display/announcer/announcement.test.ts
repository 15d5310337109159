import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language, Region } from "../../protocol/office.ts";
import { clipTexts } from "../../voice/clips.ts";
import { announcement, type SpokenCall } from "./announcement.ts";

/** What is heard of a call, as one would write it. */
function heard(call: Partial<SpokenCall>, language: Language = "vi", region: Region = "north") {
	const [first, ...clips] = announcement(
		{ number: "A012", counterLabel: "3", callCount: 1, ...call },
		language,
		region,
	);
	expect(first).toBe("chime");
	const texts: Record<string, string> = clipTexts[language];
	return clips.map((clip) => texts[clip] ?? `(${clip})`).join(" ");
}

/** 1 to 120 as they are read in the North, written by hand. */
const north = [
	"một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười",
	"mười một|mười hai|mười ba|mười bốn|mười lăm|mười sáu|mười bảy|mười tám|mười chín|hai mươi",
	"hai mươi mốt|hai mươi hai|hai mươi ba|hai mươi tư|hai mươi lăm|hai mươi sáu|hai mươi bảy|hai mươi tám|hai mươi chín|ba mươi",
	"ba mươi mốt|ba mươi hai|ba mươi ba|ba mươi tư|ba mươi lăm|ba mươi sáu|ba mươi bảy|ba mươi tám|ba mươi chín|bốn mươi",
	"bốn mươi mốt|bốn mươi hai|bốn mươi ba|bốn mươi tư|bốn mươi lăm|bốn mươi sáu|bốn mươi bảy|bốn mươi tám|bốn mươi chín|năm mươi",
	"năm mươi mốt|năm mươi hai|năm mươi ba|năm mươi tư|năm mươi lăm|năm mươi sáu|năm mươi bảy|năm mươi tám|năm mươi chín|sáu mươi",
	"sáu mươi mốt|sáu mươi hai|sáu mươi ba|sáu mươi tư|sáu mươi lăm|sáu mươi sáu|sáu mươi bảy|sáu mươi tám|sáu mươi chín|bảy mươi",
	"bảy mươi mốt|bảy mươi hai|bảy mươi ba|bảy mươi tư|bảy mươi lăm|bảy mươi sáu|bảy mươi bảy|bảy mươi tám|bảy mươi chín|tám mươi",
	"tám mươi mốt|tám mươi hai|tám mươi ba|tám mươi tư|tám mươi lăm|tám mươi sáu|tám mươi bảy|tám mươi tám|tám mươi chín|chín mươi",
	"chín mươi mốt|chín mươi hai|chín mươi ba|chín mươi tư|chín mươi lăm|chín mươi sáu|chín mươi bảy|chín mươi tám|chín mươi chín|một trăm",
	"một trăm linh một|một trăm linh hai|một trăm linh ba|một trăm linh bốn|một trăm linh năm|một trăm linh sáu|một trăm linh bảy|một trăm linh tám|một trăm linh chín|một trăm mười",
	"một trăm mười một|một trăm mười hai|một trăm mười ba|một trăm mười bốn|một trăm mười lăm|một trăm mười sáu|một trăm mười bảy|một trăm mười tám|một trăm mười chín|một trăm hai mươi",
].flatMap((line) => line.split("|"));

/** The same in the South: nine of them are others. */
const south = [
	...north.slice(0, 100),
	"một trăm lẻ một",
	"một trăm lẻ hai",
	"một trăm lẻ ba",
	"một trăm lẻ bốn",
	"một trăm lẻ năm",
	"một trăm lẻ sáu",
	"một trăm lẻ bảy",
	"một trăm lẻ tám",
	"một trăm lẻ chín",
	...north.slice(109),
];

const english = [
	"one|two|three|four|five|six|seven|eight|nine|ten",
	"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty",
	"twenty one|twenty two|twenty three|twenty four|twenty five|twenty six|twenty seven|twenty eight|twenty nine|thirty",
	"thirty one|thirty two|thirty three|thirty four|thirty five|thirty six|thirty seven|thirty eight|thirty nine|forty",
	"forty one|forty two|forty three|forty four|forty five|forty six|forty seven|forty eight|forty nine|fifty",
	"fifty one|fifty two|fifty three|fifty four|fifty five|fifty six|fifty seven|fifty eight|fifty nine|sixty",
	"sixty one|sixty two|sixty three|sixty four|sixty five|sixty six|sixty seven|sixty eight|sixty nine|seventy",
	"seventy one|seventy two|seventy three|seventy four|seventy five|seventy six|seventy seven|seventy eight|seventy nine|eighty",
	"eighty one|eighty two|eighty three|eighty four|eighty five|eighty six|eighty seven|eighty eight|eighty nine|ninety",
	"ninety one|ninety two|ninety three|ninety four|ninety five|ninety six|ninety seven|ninety eight|ninety nine|one hundred",
	"one hundred and one|one hundred and two|one hundred and three|one hundred and four|one hundred and five|one hundred and six|one hundred and seven|one hundred and eight|one hundred and nine|one hundred and ten",
	"one hundred and eleven|one hundred and twelve|one hundred and thirteen|one hundred and fourteen|one hundred and fifteen|one hundred and sixteen|one hundred and seventeen|one hundred and eighteen|one hundred and nineteen|one hundred and twenty",
].flatMap((line) => line.split("|"));

describe("a call as it is heard", () => {
	test("the first time, again, and for the last time", () => {
		expect(heard({})).toBe("Xin mời số thứ tự a không một hai đến quầy số ba");
		expect(heard({ callCount: 2 })).toBe("Xin mời lại số thứ tự a không một hai đến quầy số ba");
		expect(heard({ callCount: 3, isLast: true })).toBe(
			"Xin mời lần cuối số thứ tự a không một hai đến quầy số ba",
		);
		expect(heard({}, "en")).toBe("Ticket A zero one two please go to counter three");
		expect(heard({ callCount: 4 }, "en")).toBe(
			"Calling again, ticket A zero one two please go to counter three",
		);
		expect(heard({ isLast: true }, "en")).toBe(
			"Last call for ticket A zero one two please go to counter three",
		);
	});

	test.each([
		["A", "a"],
		["B", "bê"],
		["C", "xê"],
		["D", "đê"],
		["E", "e"],
		["F", "ép phờ"],
		["G", "giê"],
		["H", "hát"],
		["I", "i"],
		["J", "gi"],
		["K", "ca"],
		["L", "e lờ"],
		["M", "em mờ"],
		["N", "en nờ"],
		["O", "o"],
		["P", "pê"],
		["Q", "quy"],
		["R", "e rờ"],
		["S", "ét xì"],
		["T", "tê"],
		["U", "u"],
		["V", "vê"],
		["W", "vê kép"],
		["X", "ích xì"],
		["Y", "i dài"],
		["Z", "dét"],
	])("the letter %s has its Vietnamese name: %s", (letter, name) => {
		expect(heard({ number: `${letter}001` })).toBe(
			`Xin mời số thứ tự ${name} không không một đến quầy số ba`,
		);
		expect(heard({ number: `${letter}001` }, "en")).toBe(
			`Ticket ${letter} zero zero one please go to counter three`,
		);
	});

	test("every number from 001 to 9999 is read sign by sign, in both regions and languages", () => {
		const inVietnamese = "không một hai ba bốn năm sáu bảy tám chín".split(" ");
		const inEnglish = "zero one two three four five six seven eight nine".split(" ");
		for (let value = 1; value <= 9_999; value += 1) {
			const number = `C${`00${value}`.slice(value > 999 ? -4 : -3)}`;
			const signs = number.slice(1).split("");
			const vi = signs.map((sign) => inVietnamese[+sign]).join(" ");
			const en = signs.map((sign) => inEnglish[+sign]).join(" ");
			for (const region of ["north", "south"] as const) {
				expect(heard({ number }, "vi", region)).toBe(`Xin mời số thứ tự xê ${vi} đến quầy số ba`);
			}
			expect(heard({ number }, "en")).toBe(`Ticket C ${en} please go to counter three`);
		}
	});
});

describe("counters", () => {
	test("from 1 to 120 are read as numbers, in both regions and languages", () => {
		expect([north.length, south.length, english.length]).toEqual([120, 120, 120]);
		for (let counter = 1; counter <= 120; counter += 1) {
			const counterLabel = String(counter);
			const before = "Xin mời số thứ tự a không một hai đến quầy số ";
			expect(heard({ counterLabel })).toBe(before + north[counter - 1]);
			expect(heard({ counterLabel }, "vi", "south")).toBe(before + south[counter - 1]);
			expect(heard({ counterLabel }, "en")).toBe(
				`Ticket A zero one two please go to counter ${english[counter - 1]}`,
			);
		}
	});

	test.each([
		["200", "hai trăm", "hai trăm", "two hundred"],
		["205", "hai trăm linh năm", "hai trăm lẻ năm", "two hundred and five"],
		["215", "hai trăm mười lăm", "hai trăm mười lăm", "two hundred and fifteen"],
		["221", "hai trăm hai mươi mốt", "hai trăm hai mươi mốt", "two hundred and twenty one"],
		["555", "năm trăm năm mươi lăm", "năm trăm năm mươi lăm", "five hundred and fifty five"],
		["1000", "một nghìn", "một ngàn", "one thousand"],
		["1001", "một nghìn không trăm linh một", "một ngàn không trăm lẻ một", "one thousand and one"],
		["1010", "một nghìn không trăm mười", "một ngàn không trăm mười", "one thousand and ten"],
		["1100", "một nghìn một trăm", "một ngàn một trăm", "one thousand one hundred"],
		[
			"9124",
			"chín nghìn một trăm hai mươi tư",
			"chín ngàn một trăm hai mươi tư",
			"nine thousand one hundred and twenty four",
		],
		[
			"10000",
			"một không không không không",
			"một không không không không",
			"one zero zero zero zero",
		],
		["03", "không ba", "không ba", "zero three"],
		["0", "không", "không", "zero"],
	])("%s is read %s", (counterLabel, inNorth, inSouth, inEnglish) => {
		expect(heard({ counterLabel })).toMatch(new RegExp(`đến quầy số ${inNorth}$`));
		expect(heard({ counterLabel }, "vi", "south")).toMatch(new RegExp(`quầy số ${inSouth}$`));
		expect(heard({ counterLabel }, "en")).toMatch(new RegExp(`to counter ${inEnglish}$`));
	});

	test("no two up to 9999 sound alike", () => {
		for (const [language, region] of [
			["vi", "north"],
			["vi", "south"],
			["en", "north"],
		] as const) {
			const said = new Set<string>();
			for (let counter = 0; counter <= 9_999; counter += 1) {
				said.add(heard({ counterLabel: String(counter) }, language, region));
			}
			expect(said.size).toBe(10_000);
		}
	});

	test.each([
		["3A", "đến quầy số ba a", "to counter three A"],
		["1B", "đến quầy số một bê", "to counter one B"],
		["12-C", "đến quầy số mười hai xê", "to counter twelve C"],
		["B21", "đến quầy bê hai mươi mốt", "to counter B twenty one"],
		["VIP", "đến quầy vê i pê", "to counter V I P"],
		["Đ2", "đến quầy đê hai", "to counter D two"],
		["Ô 4", "đến quầy o bốn", "to counter O four"],
		["2.15", "đến quầy số hai mười lăm", "to counter two fifteen"],
		["Quầy 5", "đến quầy số năm", "to counter five"],
		["Quầy số 05", "đến quầy số không năm", "to counter zero five"],
		["Counter 7", "đến quầy số bảy", "to counter seven"],
		["Số 8", "đến quầy số tám", "to counter eight"],
		["No. 9", "đến quầy số chín", "to counter nine"],
		["Quầy A", "đến quầy a", "to counter A"],
	])("%s, which is no number, is read part by part: %s", (counterLabel, vi, en) => {
		expect(heard({ counterLabel })).toMatch(new RegExp(`hai ${vi}$`));
		expect(heard({ counterLabel }, "en")).toMatch(new RegExp(`go ${en}$`));
	});

	test.each(["Tiếp dân", "Một cửa", "★", " ", "Kế toán 2", "Quầy"])(
		"%s cannot be read aloud: people are sent to the board",
		(counterLabel) => {
			expect(heard({ counterLabel })).toMatch(/hai đến quầy ghi trên màn hình$/);
			expect(heard({ counterLabel }, "en")).toMatch(/two please go to the counter on the screen$/);
		},
	);

	test("whatever stands over a counter, the call is said, and of clips that there are", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
				fc.string({ unit: "grapheme", maxLength: 6 }),
				fc.constantFrom<Language>("vi", "en"),
				fc.constantFrom<Region>("north", "south"),
				(counterLabel, number, language, region) => {
					const clips = announcement({ number, counterLabel, callCount: 1 }, language, region);
					expect(clips.slice(1).filter((clip) => !(clip in clipTexts[language]))).toEqual([]);
					expect(clips.at(-1)).not.toMatch(/^to-counter(-number)?$/);
				},
			),
		);
	});
});
