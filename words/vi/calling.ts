/** By which rules an office calls: among people with and without priority, and among the services of a counter. */
export const calling = {
	classRules: {
		"first-come": "Ai đến trước gọi trước",
		strict: "Ưu tiên luôn gọi trước",
		ratio: "Xen kẽ theo tỷ lệ",
		ageing: "Ưu tiên coi như đến sớm hơn",
	},
	serviceRules: {
		"first-come": "Ai đến trước gọi trước",
		"relative-wait": "Ai chờ lâu nhất so với mức thường",
		weights: "Theo tỷ trọng",
	},
};
