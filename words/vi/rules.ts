/** Why somebody was called, said to whoever asks. */
export const rules = {
	"first-come": (number: string) =>
		`${number} là số lấy sớm nhất trong những người đang chờ quầy này.`,
};
