import { describe, expect, test } from "vitest";
import type { Method } from "./methods.ts";
import type { ToneStyle } from "./tone-place.ts";
import { compose } from "./word.ts";

/** Rows of `keys word`, as they are typed and as they are written. */
function rows(table: string): [string, string][] {
	return table
		.trim()
		.split(/\s{2,}|\n/)
		.map((row) => row.trim())
		.filter((row) => row !== "")
		.map((row): [string, string] => {
			const [keys, word] = row.split(" ");
			if (keys === undefined || word === undefined) throw new Error(`not a row: ${row}`);
			return [keys, word];
		});
}

function typed(keys: string, method: Method, toneStyle: ToneStyle = "old"): string {
	return compose(keys, { method, toneStyle });
}

describe("by Telex", () => {
	test.each(
		rows(`
			aa â  ee ê  oo ô  aw ă  ow ơ  uw ư  uow ươ  w ư  dd đ
			as á  af à  ar ả  ax ã  aj ạ  aas ấ  awf ằ  ooj ộ  owr ở  uwx ữ
			ddawng đăng  kys ký  khai khai  sinh sinh  keets kết  hoon hôn  tuwr tử
			chuwngs chứng  thuwcj thực  hooj hộ  tichj tịch  ddaats đất  ddai đai  nhaf nhà  owr ở
			giaays giấy  towf tờ  quyeenf quyền  suwr sử  dungj dụng  thuees thuế  phis phí  leej lệ
			kinh kinh  doanh doanh  tamj tạm  trus trú  vawngs vắng  thuowngf thường  lieetj liệt
			syx sỹ  thuwowng thương  binh binh  tuaats tuất  truwowngf trường  hocj học  baor bảo
			hieemr hiểm  xax xã  hooij hội  nguwowif người  cao cao  tuooir tuổi  khuyeets khuyết
			taatj tật  nguyeenx nguyễn  phuwowngf phường  quoocs quốc  tichj tịch  vieetj việt
			nuwowcs nước  ruwowuj rượu  huowu hươu  khuyur khuỷu  ngoaif ngoài  ngoeof ngoèo
			xoaay xoaay  xoays xoáy  quays quáy  quanh quanh  quaanf quần  uyr ủy  ban ban
			yees yế  yeeu yêu  yeenr yển  oanr oản  oosm ốm  uoongs uống  ias ía  uar ủa  uwar ửa
		`),
	)("%s is %s, real words each letter with its marks", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			tieengs tiếng  tieesng tiếng  tiesneg tiếng  tiengse tiếng  tienges tiếng  tiesnge tiếng
			ddung đung  dungd đung  dudng đung  cana cân  cann cann  caan cân
			dduowngf đường  ddduowngf dduowngf  duowngdf đường  duowngfd đường  duongwdf đường
			duowfngd đường  dduwowngf đường  dduwongf đường  dduongwf đường  duongdwf đường
			nuwowcs nước  nuwocs nước  nuocws nước  nuocsw nước  nwowcs nước  nuowsc nước
			quoocs quốc  quocos quốc  quocso quốc  quosoc quốc  nguyeenx nguyễn  nguyenex nguyễn
			nguyenxe nguyễn  nguyexne nguyễn  chuyeejn chuyện  chuyenje chuyện  xoawns xoắn  xoanws xoắn
			xoansw xoắn  muwa mưa  muaw mưa  muwfa mừa  muafw mừa  nuwax nữa  nuaxw nữa  ruowuj rượu
			ruouwj rượu  ruoujw rượu  ddieeuf điều  dieeufd điều  dieudfe điều  dieeudf điều
			thaays thấy  thayas thấy  thaysa thấy  thaasy thấy  vieejt việt  vietej việt  vietje việt
		`),
	)("%s is %s, marks and tone in any order", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			uow ươ  duow dươ  huow huơ  khuow khuơ  thuow thuơ  thuowr thuở  quow quơ  quowf quờ
			huwow hươ  huoww hươ  huowng hương  huowngf hường  thuowng thương  thuowngf thường
			khuowng khương  thuown thươn  thuowcs thước  huowus hướu  muowif mười  uwo ươ  uwow ươ
		`),
	)("%s is %s: huơ and thuở where nothing follows, ươ elsewhere", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			tw tư  twf từ  thw thư  nhwng nhưng  giwx giữ  sw sư  trwowngf trường
			w ư  W Ư  wng ưng  khw khư  nwa nưa  cws cứ
		`),
	)("%s is %s: w alone is ư", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			quys quý  quar quả  quas quá  quyr quỷ  quyeenr quyển  quynhf quỳnh  quits quít  quangr quảng
			queef quề  queenj quện  quows quớ  queof quèo  quawngf quằng  quaays quấy
			gias giá  gif gì  ginf gìn  giengs giéng  gieengs giếng  giengse giếng  gieets giết
			gioir giỏi  giuwowngf giường  giaf già  giuwax giữa  giaays giấy  giuoongs giuống  giups giúp
			gisa giá  gifa già  gaf gà  gheef ghề  nghix nghĩ  nghieepj nghiệp  ghes ghé
		`),
	)("%s is %s: qu and gi begin the syllable", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			ass as  aff af  arr ar  axx ax  ajj aj  aaa aa  eee ee  ooo oo  aww aw  oww ow  uww uw
			uoww uow  ww w  ddd dd  dungdd dungd  herr her  aaas aas  tss tss  xooong xoong  sooosc soóc
			boong bông  caatss câts  aasa áa  muaww muaw  passs pass  basss bass  assss asss
			aaaa aaa  dddd ddd  WW W  DDD DD  ASS AS
		`),
	)("%s is %s: a key typed again takes back what it did", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			tieengsz tiêng  asz a  tieengsf tiềng  asf à  afs á  aajz â  hoafz hoa  z z  az az  zas zas
			aaw ă  awa â  oow ơ  owo ô  uoow ươ  uowo uô  azs azs  tafsrxj tạ
		`),
	)("%s is %s: z takes the tone away, another tone or mark takes its place", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			hoaf hòa  hoafn hoàn  hoafi hoài  hoafng hoàng  thuys thúy
			toas tóa  toasn toán  toasng toáng  khoer khỏe  khoefn khoèn  uyr ủy  uyrn uỷn
			tuyf tùy  tuyfnh tuỳnh  luas lúa  luaasn luấn  mias mía  cuar của  gias giá  giasm giám
			hoasc hoác  ngoas ngóa  ngoasy ngoáy  khuys khúy  khuysu khuýu  nguyf ngùy  nguyefn nguyèn
			huyf hùy  huyfnh huỳnh  xoas xóa  xoasy xoáy  tuaf tùa  tuafan tuần
		`),
	)("%s is %s: the tone moves to where it belongs as letters come", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			DD Đ  Dd Đ  dD đ  DDawng Đăng  DDAWNG ĐĂNG  DDuowngf Đường  DDUWOWNGF ĐƯỜNG  W Ư  Uw Ư  UW Ư
			uW ư  AA Â  Aa Â  aA â  NGUYEENX NGUYỄN  Nguyeenx Nguyễn  AWN ĂN  Owr Ở  OWR Ở  Quys Quý
			QUYS QUÝ  GIAS GIÁ  HOAF HÒA  VIEETJ VIỆT  ThuowrR ThuơR  Tws Tứ  TWS TỨ
		`),
	)("%s is %s: capitals stay", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});

	test.each(
		rows(`
			passport passport  windows windows  office office  email email  internet internet
			online online  wifi wifi  web web  website website  facebook facebook  google google
			class class  express express  zalo zalo  photo photo  data data  canada canada
			address address  download download  access access  error error
			assk assk  passp passp  glass glass  french french   kiwi kiwi  book book
			zoom zoom  boook book  lens lén  liens lién  soft soft  raft raft  catf catf  hocf hocf
			ddocf ddocf  cccd cccd  QR QR  PDF PDF  CMND CMND  BHXH BHXH  BHYT BHYT  VNeID VNeID
			a1 a1  as1 as1  b12s b12s  1 1  12s 12s  x x  s s  f f  j j  r r  fs fs  ng ng
			qu qu  qus qus  nghf nghf  HDDND HĐND  QDD QĐ  NDD NĐ  DDKKD ĐKKD  GCNQSDDD GCNQSDĐ  BGDDDT BGDĐT  TTHC TTHC  UBND UBND
			photos phốt  photoj phột  datas dất  ddawks đắk  LAWKS LẮK  Kroong Krông  Kanj Kạn
		`),
	)("%s is %s: what cannot be Vietnamese stays as it is typed", (keys, word) => {
		expect(typed(keys, "telex")).toBe(word);
	});
});

describe("by VNI", () => {
	test.each(
		rows(`
			a6 â  e6 ê  o6 ô  a8 ă  o7 ơ  u7 ư  uo7 ươ  d9 đ  a1 á  a2 à  a3 ả  a4 ã  a5 ạ
			d9a8ng đăng  ky1 ký  ke6t1 kết  ho6n hôn  tu73 tử  chu7ng1 chứng  thu7c5 thực
			ho65 hộ  tich5 tịch  d9a6t1 đất  nha2 nhà  o73 ở  gia6y1 giấy  to72 tờ  quye6n2 quyền
			thue61 thuế  phi1 phí  le65 lệ  tam5 tạm  tru1 trú  va81ng vắng  thu7o7ng2 thường  sy4 sỹ
			tua6t1 tuất  hie6m3 hiểm  xa4 xã  ho6i5 hội  ngu7o7i2 người  tuo6i3 tuổi  khuye6t1 khuyết
			nguye6n4 nguyễn  phu7o7ng2 phường  quo6c1 quốc  vie6t5 việt  nu7o7c1 nước  ru7o7u5 rượu
			khuyu3 khuỷu  ngoai2 ngoài  quan6 quân  uy3 ủy  ye6u yêu  uo6ng1 uống  ia1 ía  ua3 ủa
		`),
	)("%s is %s, real words", (keys, word) => {
		expect(typed(keys, "vni")).toBe(word);
	});

	test.each(
		rows(`
			tie6ng1 tiếng  tie61ng tiếng  tie1ng6 tiếng  tieng16 tiếng  tieng61 tiếng  tie16ng tiếng
			d9uo7ng2 đường  duo7ng29 đường  duong972 đường  duong279 đường  d9u7o7ng2 đường
			d9u7ong2 đường  duo72ng9 đường  nuoc71 nước  nuoc17 nước  nu7oc1 nước  quoc61 quốc
			quoc16 quốc  nguyen64 nguyễn  nguyen46 nguyễn  xoan81 xoắn  xoan18 xoắn  mua72 mừa
			thay16 thấy  thay61 thấy  dang98 đăng  dang89 đăng  d9ang8 đăng  da8ng9 đăng
			huo7 huơ  thuo73 thuở  thuo7ng thương  duo7 dươ  quo72 quờ  hu7o7 hươ  u7o ươ  uo6n uôn
			quy1 quý  gia1 giá  gi2 gì  gin2 gìn  gie6ng1 giếng  gi1a giá
			hoa2 hòa  hoa2n hoàn  hoa2i hoài  toa1n toán  thuy1 thúy  khoe3 khỏe  gia1m giám
			D9A8NG ĐĂNG  D9uo7ng2 Đường  U7 Ư  NGUYE6N4 NGUYỄN
		`),
	)("%s is %s: any order, onsets, moves and capitals", (keys, word) => {
		expect(typed(keys, "vni")).toBe(word);
	});

	test.each(
		rows(`
			a11 a1  a22 a2  a66 a6  o77 o7  a88 a8  d99 d9  uo77 uo7  a115 a15  A115 A15  a111 a11
			tie6ng10 tiêng  a10 a  a100 a100  a12 à  a21 á  a68 ă  a86 â  o67 ơ  o76 ô  a0 a0
			1 1  12 12  2026 2026  001193 001193  1001193 1001193  b1 b1  d1 d1  qu1 qu1  t9 t9  h6 h6
			i6 i6  e7 e7  a9 a9  o8 o8  1a1 1a1  passport passport  windows windows  as as  aa aa
			HD9ND HĐND  QD9 QĐ  D9KKD ĐKKD  hoc2 hoc2  cat3 cat3  mau01 mau01  ct01 ct01
		`),
	)("%s is %s: undone, taken away, and digits that are digits", (keys, word) => {
		expect(typed(keys, "vni")).toBe(word);
	});
});

describe("by the keyboard's own letters and tones", () => {
	const [sac, huyen, hoi, nga, nang] = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];

	test.each([
		["đăng", "đăng"],
		[`ky${sac}`, "ký"],
		[`hô${nang}`, "hộ"],
		[`tich${nang}`, "tịch"],
		[`tiêng${sac}`, "tiếng"],
		[`tiê${sac}ng`, "tiếng"],
		[`đương${huyen}`, "đường"],
		[`đươ${huyen}ng`, "đường"],
		[`hoa${huyen}`, "hòa"],
		[`hoa${huyen}n`, "hoàn"],
		[`ho${huyen}a`, "hòa"],
		[`qua${hoi}`, "quả"],
		[`xa${nga}`, "xã"],
		[`gia${sac}`, "giá"],
		[`a${sac}${sac}`, "a"],
		[`a${sac}${huyen}`, "à"],
		[`tên${hoi}${nga}`, "tễn"],
		[`cat${huyen}`, "càt"],
		[`passport${sac}`, "passpórt"],
		["ế", "ế"],
		["kết", "kết"],
		["Đ", "Đ"],
		[`Ơ${hoi}`, "Ở"],
		[`ng${sac}`, "ng"],
	])("%j is %s whatever the method", (keys, word) => {
		for (const method of ["none", "telex", "vni"] as const) expect(typed(keys, method)).toBe(word);
	});

	test("letters of a method are letters where there is none", () => {
		for (const keys of ["ddawng", "as", "aa", "a1", "d9", "uow", "tieengs"]) {
			expect(typed(keys, "none")).toBe(keys);
		}
	});

	test("keys of a method go on where accented ones began", () => {
		expect(typed("đăngs", "telex")).toBe("đắng");
		expect(typed("đăng1", "vni")).toBe("đắng");
		expect(typed("thuongw\u0300", "telex")).toBe("thường");
	});
});

test.each(
	rows(`
		hoaf hoà  toas toá  khoer khoẻ  thuys thuý  uyr uỷ  tuyf tuỳ  xoas xoá  hueej huệ  loex loẽ
		hoafn hoàn  ngoaif ngoài  cuar của  mias mía  quys quý  gias giá  luaj lụa  thuowr thuở
		khuyur khuỷu  mauf màu  HOAF HOÀ
	`),
)("in the new style %s is %s", (keys, word) => {
	expect(typed(keys, "telex", "new")).toBe(word);
});

test("what is written is composed Unicode, however its letters came", () => {
	for (const keys of ["đường".normalize("NFD"), "dduowngf"]) {
		expect(typed(keys, "telex")).toBe("đường".normalize("NFC"));
	}
});
