/** What stands on every screen while the hall is stopped: what is so, and what to do. */
export const hall = {
	stopped: {
		evacuation: {
			title: "Mời mọi người rời khỏi tòa nhà",
			hint: "Xin bình tĩnh, đi theo lối thoát hiểm và hướng dẫn của nhân viên.",
		},
		power: {
			title: "Tạm dừng phục vụ do mất điện",
			hint: "Mời bạn ngồi chờ. Việc gọi số sẽ tiếp tục khi có điện trở lại.",
		},
		system: {
			title: "Tạm dừng phục vụ do hệ thống gặp sự cố",
			hint: "Mời bạn ngồi chờ. Việc gọi số sẽ tiếp tục khi khắc phục xong.",
		},
		other: {
			title: "Tạm dừng phục vụ",
			hint: "Mời bạn ngồi chờ và theo dõi màn hình này.",
		},
	},
	keepsPlace: "Số đã lấy vẫn giữ nguyên thứ tự.",
};
