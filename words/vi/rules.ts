import type { CallFacts } from "../rules.ts";

/** Why somebody was called, said to whoever asks. */
export const rules = {
	"first-come": (number: string, _facts: CallFacts) =>
		`${number} là số đến sớm nhất trong những người đang chờ quầy này.`,
	"maximum-wait": (number: string, { waitedMinutes, insteadOf }: CallFacts) =>
		`${number} đã chờ ${waitedMinutes} phút, quá thời gian chờ tối đa của đơn vị, nên được gọi trước${before(insteadOf)}.`,
	returning: (number: string, { insteadOf }: CallFacts) =>
		`${number} trở lại đúng quầy này sau khi bổ sung giấy tờ nên được gọi trước${before(insteadOf)}.`,
	appointment: (number: string, { at, insteadOf }: CallFacts) =>
		`${number} có lịch hẹn${at ? ` lúc ${at}` : ""} và đã đến giờ nên được gọi trước${before(insteadOf)}.`,
	"result-lane": (number: string, { every, insteadOf }: CallFacts) =>
		`Cứ ${every} lượt gọi tại quầy có một lượt trả kết quả, nay đến lượt ${number}, trước${before(insteadOf)}.`,
	strict: (number: string, { insteadOf }: CallFacts) =>
		`${number} thuộc nhóm được ưu tiên cao hơn nên được gọi trước${before(insteadOf)}.`,
	ratio: (number: string, { priority, ordinary, insteadOf }: CallFacts) =>
		`Quầy gọi theo tỷ lệ ${priority} số ưu tiên rồi ${ordinary} số thường; nay đến lượt ${number}, trước${before(insteadOf)}.`,
	ageing: (number: string, { headStartMinutes, insteadOf }: CallFacts) =>
		`${number} thuộc nhóm được tính như đến sớm hơn ${headStartMinutes} phút nên được gọi trước${before(insteadOf)}.`,
	"relative-wait": (number: string, { insteadOf }: CallFacts) =>
		`So với thời gian chờ thường lệ của dịch vụ, ${number} đã chờ lâu nhất nên được gọi trước${before(insteadOf)}.`,
	weights: (number: string, { insteadOf }: CallFacts) =>
		`Dịch vụ của ${number} đến lượt theo tỷ lệ gọi giữa các dịch vụ, trước${before(insteadOf)}.`,
	"out-of-turn": (number: string, { reason, insteadOf }: CallFacts) =>
		`Cán bộ gọi ${number} ngoài thứ tự${insteadOf ? `, trước ${insteadOf}` : ""}. Lý do: ${reason}`,
};

function before(number: string | undefined): string {
	return number ? ` ${number}` : "";
}
