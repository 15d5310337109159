import type { Fault } from "../protocol/problem.ts";
import { under } from "./faults.ts";

export type Parsed = { ok: true; value: unknown } | { ok: false; faults: Fault[] };

/**
 * Reads JSON that people write by hand. A syntax fault says line and column, which `JSON.parse` of some versions of Node does not; a key
 * that stands twice in one object is a fault, where `JSON.parse` would drop the first silently. A byte order mark is skipped.
 */
export function parseJson(text: string): Parsed {
	const source = text.replace(/^\uFEFF/, "");
	const reader = new Reader(source);
	const end = reader.document();
	if (end) return { ok: false, faults: [end] };
	if (reader.repeated.length > 0) return { ok: false, faults: reader.repeated };
	const value: unknown = JSON.parse(source);
	return { ok: true, value };
}

/** Walks over a JSON text (RFC 8259) and stops at the first thing that does not belong. */
class Reader {
	readonly repeated: Fault[] = [];
	private readonly text: string;
	private at = 0;

	constructor(text: string) {
		this.text = text;
	}

	/** The first syntax fault, or undefined. */
	document(): Fault | undefined {
		return this.value("") ?? (this.peek() === "" ? undefined : this.wrong("the end of the file"));
	}

	private value(path: string): Fault | undefined {
		const next = this.peek();
		if (next === "{") return this.object(path);
		if (next === "[") return this.array(path);
		if (next === '"') return this.token(string) === undefined ? this.badText() : undefined;
		return this.token(plain) === undefined ? this.wrong("a value") : undefined;
	}

	private object(path: string): Fault | undefined {
		this.at++;
		const keys = new Set<string>();
		if (this.peek() === "}") return this.done();
		for (;;) {
			if (this.peek() !== '"') return this.wrong("a key in double quotes");
			const from = this.at;
			const written = this.token(string);
			if (written === undefined) return this.badText();
			const key = String(JSON.parse(written));
			if (keys.has(key)) {
				this.repeated.push({
					path: under(path, key),
					found: `the same key a second time, ${this.place(from)}`,
					allowed: "each key once",
				});
			}
			keys.add(key);
			if (this.peek() !== ":") return this.wrong('":" after the key');
			this.at++;
			const fault = this.value(under(path, key));
			if (fault) return fault;
			if (this.peek() === "}") return this.done();
			if (this.peek() !== ",") return this.wrong('"," or "}"');
			this.at++;
		}
	}

	private array(path: string): Fault | undefined {
		this.at++;
		if (this.peek() === "]") return this.done();
		for (let index = 0; ; index++) {
			const fault = this.value(under(path, index));
			if (fault) return fault;
			if (this.peek() === "]") return this.done();
			if (this.peek() !== ",") return this.wrong('"," or "]"');
			this.at++;
		}
	}

	private done(): undefined {
		this.at++;
	}

	/** The next character that is no white space, or nothing at the end. */
	private peek(): string {
		whiteSpace.lastIndex = this.at;
		this.at += whiteSpace.exec(this.text)?.[0].length ?? 0;
		return this.text.charAt(this.at);
	}

	private token(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.at += found.length;
		return found;
	}

	private badText(): Fault {
		return this.wrong("a text in double quotes that ends on its line");
	}

	private wrong(allowed: string): Fault {
		const rest = this.text.slice(this.at, this.at + 20).split("\n")[0] ?? "";
		return {
			path: "",
			found: `${rest === "" ? "the end" : rest}, ${this.place(this.at)}`,
			allowed,
		};
	}

	private place(at: number): string {
		const lines = this.text.slice(0, at).split("\n");
		return `line ${lines.length} column ${(lines.at(-1) ?? "").length + 1}`;
	}
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in texts.
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const whiteSpace = /[ \t\r\n]*/y;
const plain = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
