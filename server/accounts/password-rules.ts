import { fold } from "../../catalogue/fold.ts";

export type PasswordRefusal =
	| "password/too-short"
	| "password/names-account"
	| "password/too-common";

/** NIST SP 800-63B asks for at least eight characters. The upper end, 200, stands in the schemas. */
const leastCharacters = 8;

/**
 * Why a password is not taken, or null. After NIST SP 800-63B, section 5.1.1.2: length alone counts, no rules of composition and no change by the
 * calendar; refused is what everybody tries first and what says only whose it is. Characters are counted as they are kept, in NFC, so that an "ế" typed
 * in three parts is one.
 */
export function passwordRefusal(
	password: string,
	{ username, name }: { username: string; name: string },
): PasswordRefusal | null {
	const typed = password.normalize("NFC");
	if ([...typed].length < leastCharacters) return "password/too-short";
	if (new Set(typed).size === 1) return "password/too-common";
	const plain = lettersAndDigits(typed);
	const own = [username, name].map(lettersAndDigits);
	if (own.some((one) => one !== "" && isOnly(plain, one))) return "password/names-account";
	if (isRun(plain) || common.some((one) => isOnly(plain, one))) {
		return "password/too-common";
	}
	return null;
}

/**
 * What leads every list of leaked passwords, in English and in Vietnamese, folded. Each also stands for itself several times over and for
 * itself with up to five digits behind it.
 */
const common = [
	"password",
	"passw0rd",
	"matkhau",
	"khongco",
	"khongbiet",
	"admin",
	"administrator",
	"quantri",
	"quantrivien",
	"motcua",
	"bophanmotcua",
	"congchuc",
	"canbo",
	"vietnam",
	"xinchao",
	"anhyeuem",
	"emyeuanh",
	"iloveyou",
	"welcome",
	"letmein",
	"abc",
	"abcd",
	"abcdef",
	"a1b2c3d4",
	"qwerty",
	"qwertyui",
	"qwertyuiop",
	"1q2w3e4r",
	"1qaz2wsx",
	"zaq12wsx",
	"asdfghjkl",
	"sunshine",
	"football",
	"princess",
	"superman",
	"trustno1",
	"test",
	"user",
	"officer",
];

/** The word alone, several times over, or with digits behind it: `lanlanlan`, `Lan@2026`. */
function isOnly(plain: string, word: string): boolean {
	const rest = plain.split(word).join("");
	return plain.startsWith(word) && /^\d{0,5}$/.test(rest);
}

/** `12345678`, `87654321`, `abcdefgh`: each character follows the one before. */
function isRun(plain: string): boolean {
	const codes = [...plain].map((character) => character.charCodeAt(0));
	const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
	// 1234567890 and 0987654321 go once around.
	steps.delete(-9);
	steps.delete(9);
	const [step] = steps;
	return steps.size === 1 && (step === 1 || step === -1);
}

function lettersAndDigits(text: string): string {
	return fold(text).replace(/[^a-z0-9]/g, "");
}
