import { slidePictureLimits } from "../../protocol/slide-pictures.ts";
import { someOf } from "../language.ts";
import { fileSize, pictureSize } from "../numbers.ts";
import type { ProblemWords } from "./problems.ts";

/** An edit of the settings, and pictures that are sent for it. */
export const settingsProblems = {
	"settings/changed": {
		title: "Cài đặt vừa được thay đổi",
		detail: ({ holder }) =>
			`${holder && holder !== "hub" ? `Tài khoản "${holder}" vừa thay đổi` : "Vừa có thay đổi trong"} cài đặt; những gì bạn sửa chưa được lưu. Hãy tải lại cài đặt mới rồi sửa tiếp.`,
	},
	"settings/wrong": {
		title: "Cài đặt chưa đúng",
		detail: "Chưa có gì được thay đổi. Hãy sửa những chỗ được đánh dấu rồi lưu lại.",
	},
	"settings/in-use": {
		title: "Còn người đang dùng",
		detail: ({ numbers = [], counters = [] }) =>
			[
				"Chưa có gì được thay đổi.",
				numbers.length > 0 &&
					`Còn người giữ số của lĩnh vực bị bỏ: ${someOf(numbers, andMore)}. Hãy phục vụ hết, hoặc chuyển họ sang lĩnh vực khác, rồi lưu lại.`,
				counters.length > 0 &&
					`Quầy bị bỏ còn đang mở: ${someOf(counters, andMore)}. Hãy đóng quầy rồi lưu lại.`,
			]
				.filter(Boolean)
				.join(" "),
	},
	"settings/unknown-version": {
		title: "Không có phiên bản này",
		detail: "Không còn giữ phiên bản cài đặt này.",
	},
	"picture/none": {
		title: "Không phải ảnh dùng được",
		detail: ({ picture }) =>
			`${
				picture?.found === "cut-short"
					? "Tệp ảnh bị hỏng hoặc thiếu phần cuối."
					: picture?.found === "unshowable"
						? "Ảnh JPEG này thuộc loại mà bảng không hiện được."
						: "Tệp gửi lên không phải ảnh PNG hay JPEG."
			} Hãy chọn ảnh PNG hoặc JPEG khác.`,
	},
	"picture/wrong-size": {
		title: "Ảnh không đúng cỡ",
		detail: ({ picture = {} }) => {
			const { bytes, widthPx, heightPx } = picture;
			const { bytes: most, sidePx, leastPx } = slidePictureLimits;
			const found = [
				...(widthPx && heightPx ? [pictureSize(widthPx, heightPx)] : []),
				...(bytes ? [fileSize(bytes, "vi")] : []),
			];
			const is = found.length > 0 ? `Ảnh này có cỡ ${found.join(", ")}.` : "Ảnh này quá lớn.";
			return `${is} Mỗi cạnh được từ ${leastPx} đến ${sidePx} px, tệp nhiều nhất ${fileSize(most, "vi")}.`;
		},
	},
	"picture/no-room": {
		title: "Hết chỗ chứa ảnh",
		detail: ({ picture: { kept = 0, bytes = 0 } = {} }) =>
			`Đã giữ ${kept} ảnh, ${fileSize(bytes, "vi")}, cho các phiên bản cài đặt còn lưu; nhiều nhất ${slidePictureLimits.kept} ảnh, ${fileSize(slidePictureLimits.keptBytes, "vi")}. Ảnh không phiên bản nào dùng sẽ được xóa sau một ngày; hãy dùng lại ảnh đã có hoặc ảnh nhỏ hơn.`,
	},
} satisfies Record<string, ProblemWords>;

const andMore = (count: number) => ` và ${count} nữa`;
