import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CatalogueFiles, FieldFile } from "../catalogue/files.ts";
import { loadSettings } from "../config/load.ts";
import { defaultOfficeFile } from "../config/places.ts";
import type { ProcedureRecord } from "../protocol/procedures.ts";
import { mulberry32 } from "./faults/chance.ts";

/** As many as the whole nation has, all levels together. */
export const nationalCount = 6_000;

/**
 * The sample's procedures and so many made-up ones that there are `count` in all, in the same fields. Names are put together as real ones are: an act,
 * what it is done to, and in which case, the last two cut out of what the sample's own records say, so that syllables and pairs are as frequent as there.
 * The same seed gives the same catalogue.
 */
export function largeCatalogue(count = nationalCount, seed = 6_000): CatalogueFiles {
	const settings = loadSettings(defaultOfficeFile());
	if (!settings.ok) throw new Error("the sample office does not load");
	const { fields, head, words, lifeEvents } = settings.catalogue;
	const chance = mulberry32(seed);
	const pick = <T>(all: readonly T[]): T => {
		const one = all[Math.floor(chance() * all.length)];
		if (one === undefined) throw new Error("nothing to pick from");
		return one;
	};
	const known = fields.flatMap(({ procedures }) => procedures);
	const things = known.flatMap(({ documents, result }) => [
		...documents.map(({ name }) => name),
		result,
	]);
	const cases = known.flatMap(({ notes, steps }) => [...notes, ...steps]);
	const english = known.map(({ nameEn }) => nameEn);
	const grown = fields.map((field): FieldFile => ({ ...field, procedures: [...field.procedures] }));
	for (let made = 0; made < count - known.length; made++) {
		// Some fields have many times what others have.
		pick(grown.slice(0, 1 + Math.floor(chance() * grown.length))).procedures.push(oneMore(made));
	}
	return { head, words, fields: grown, ...(lifeEvents && { lifeEvents }) };

	function oneMore(made: number): ProcedureRecord {
		const base = pick(known);
		const { times, result } = pick(known);
		const { feeStatus, feeText, fees } = pick(known);
		const [act, actEn] = pick(acts);
		const thing = piece(pick(things), 3 + Math.floor(chance() * 5));
		const where = piece(pick(cases), 4 + Math.floor(chance() * 8));
		const which = chance() < 0.5 ? ` ${syllable()} ${syllable()}` : "";
		return {
			...base,
			code: `4.${String(100_000 + made)}`,
			name: `${act} ${thing}${which} ${pick(links)} ${where}`,
			nameShort: `${act} ${thing}${which}`,
			nameEn: `${actEn}: ${piece(pick(english), 6)}`,
			keywords: chance() < 0.5 ? [] : [piece(thing, 3), ...pick(known).keywords.slice(0, 3)],
			times,
			result,
			feeStatus,
			feeText,
			fees,
		};
	}

	/** One of the language's own: no catalogue of the nation's has as few as a commune's. */
	function syllable(): string {
		return pick(onsets) + pick(rimes);
	}

	/** Some words that stand together in a text. */
	function piece(text: string, length: number): string {
		const said = text
			.replace(/[.,;:()/–"]/g, " ")
			.trim()
			.split(/\s+/);
		const begin = Math.floor(chance() * Math.max(1, said.length - length));
		return said.slice(begin, begin + length).join(" ") || "giấy tờ";
	}
}

/** Writes that catalogue beside a copy of the sample's office file that names it; returns the file. */
export async function writeLargeOffice(
	directory: string,
	catalogue: CatalogueFiles = largeCatalogue(),
): Promise<string> {
	const folder = join(directory, "procedures");
	await mkdir(folder, { recursive: true });
	const write = (name: string, content: unknown) =>
		writeFile(join(folder, `${name}.json`), JSON.stringify(content));
	await write("catalogue", catalogue.head);
	await write("synonyms", catalogue.words);
	if (catalogue.lifeEvents) await write("life-events", catalogue.lifeEvents);
	for (const field of catalogue.fields) await write(field.field.id, field);
	const office: object = JSON.parse(await readFile(defaultOfficeFile(), "utf8"));
	const file = join(directory, "office.json");
	await writeFile(file, JSON.stringify({ ...office, catalogue: "procedures" }));
	return file;
}

const acts = [
	["Cấp", "Issue"],
	["Cấp lại", "Reissue"],
	["Cấp đổi", "Exchange"],
	["Gia hạn", "Extension"],
	["Điều chỉnh", "Adjustment"],
	["Thu hồi", "Withdrawal"],
	["Đăng ký", "Registration"],
	["Đăng ký lại", "Re-registration"],
	["Đăng ký thay đổi", "Registration of changes"],
	["Xác nhận", "Confirmation"],
	["Thẩm định", "Appraisal"],
	["Phê duyệt", "Approval"],
	["Công nhận", "Recognition"],
	["Thông báo", "Notification"],
	["Chấm dứt", "Termination"],
	["Bổ sung", "Supplement"],
	["Hỗ trợ", "Support"],
	["Chi trả", "Payment"],
	["Giải quyết", "Settlement"],
	["Xóa đăng ký", "Deregistration"],
	["Chuyển nhượng", "Transfer"],
	["Hải quan đối với", "Customs for"],
	["Khai thuế", "Tax return"],
	["Kiểm tra", "Inspection"],
] as const;

const onsets = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split(" ");
const rimes =
	"a ai am an ang anh ao ap at au ay ăc ăm ăn ăng ân âu e em en êm ên i ia im in inh o oan oi ong ôi ông ơi u ua un ung ư ưa ưng ươc ươn ương uyên".split(
		" ",
	);
const links = ["trong trường hợp", "đối với", "theo", "khi", "do bị mất hoặc hỏng vì", "cho"];
