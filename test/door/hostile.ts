import fc from "fast-check";

/** Texts that have broken other programs. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
	fc.string({ unit: "binary", maxLength: 300 }),
	fc.constantFrom(
		"",
		"\0",
		"a\0b",
		"\ud800",
		"\udfff\ud800",
		"\u202e000A",
		"__proto__",
		"constructor",
		"toString",
		"hasOwnProperty",
		"../../../../etc/passwd",
		"..%2f..%2f..%2fpackage.json",
		"%00",
		"%",
		"%ff%fe",
		"%E0%A4%A",
		"'; DROP TABLE phieu; --",
		"<script>alert(1)</script>",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is tried on others' loggers.
		"${jndi:ldap://127.0.0.1/a}",
		"{{7*7}}",
		"\r\nset-cookie: motcua=1",
		"NaN",
		"-0",
		"1e999",
		"9".repeat(400),
		"ộ".repeat(2_000),
		"a".repeat(6_000),
	),
);

/** Bodies that are no answer to any schema, as they go over the wire. */
export const hostileBody: fc.Arbitrary<string | Buffer> = fc.oneof(
	fc.json({ maxDepth: 4 }),
	hostileText,
	fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
	fc.constantFrom(
		"null",
		"[]",
		'"a"',
		"0",
		"{",
		'{"__proto__":{"isAdmin":true}}',
		'{"constructor":{"prototype":{"a":1}}}',
		'{"serviceId":1e400}',
		`{"serviceId":${"9".repeat(5_000)}}`,
		'{"serviceId":"\\ud800"}',
		'{"serviceId":"a\\u0000b"}',
		'{"serviceId":"ho-tich","serviceId":"dat-dai"}',
		"[".repeat(30_000),
		`${"[".repeat(20_000)}${"]".repeat(20_000)}`,
		`${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`,
		`{"serviceId":"${"x".repeat(70_000)}"}`,
	),
);

/** Too large by far: sent seldom, since it is mostly the sender's own work. */
export const hugeBody = Buffer.alloc(10 * 1024 * 1024, "{");

/** Headers that a client may write; Node's own refuses what cannot stand in one. */
export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
	fc.constantFrom(
		"accept",
		"accept-encoding",
		"accept-language",
		"authorization",
		"content-encoding",
		"content-type",
		"cookie",
		"forwarded",
		"idempotency-key",
		"if-match",
		"if-modified-since",
		"if-none-match",
		"if-range",
		"if-unmodified-since",
		"origin",
		"range",
		"referer",
		"x-forwarded-for",
		"x-forwarded-host",
		"x-forwarded-proto",
		"x-http-method-override",
	),
	fc.oneof(
		fc.string({ maxLength: 200 }).filter((text) => !/[^\x20-\x7e]/.test(text)),
		fc.constantFrom(
			"application/json",
			"application/json; charset=utf-7",
			"multipart/form-data; boundary=a",
			"text/plain",
			"bytes=0-0,5-,-1",
			"bytes=9999999999-",
			'W/"a"',
			"null",
			"http://127.0.0.1",
			"https://example.org",
			"motcua=a.b",
			"motcua=%E0%A4%A; motcua=; =; ;;",
			"127.0.0.1, ::1, unknown",
			"Bearer a.b.c",
			"gzip",
			"\xff\xfe",
			"a".repeat(4_000),
		),
	),
	{ maxKeys: 4 },
);

/** What Engine.IO and Socket.IO may be told over a WebSocket by whoever speaks them wrongly. */
export const brokenFrames = [
	"40/live,{",
	'40/live,{"view":"board"}',
	`40/live,${"[".repeat(5_000)}`,
	`40/live,{"view":"board","la":${"[".repeat(8_000)}${"]".repeat(8_000)}}`,
	`40/live,{"view":${'{"a":'.repeat(2_500)}1${"}".repeat(2_500)}}`,
	`42/live,["a",${"[".repeat(8_000)}${"]".repeat(8_000)}]`,
	'42/live,["a"]',
	'450-/live,["a",{"_placeholder":true,"num":0}]',
	'459999999999-/live,["a"]',
	'42/live,["__proto__"]',
	"41/live,",
	"44/live",
	"2probe",
	"3",
	"6",
	"9".repeat(20_000),
];
