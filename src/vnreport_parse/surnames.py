"""Family names."""

from __future__ import annotations

# The hundred or so family names that nearly all people of Vietnam bear (general knowledge), folded.
SURNAMES = frozenset(
    "thích nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn mai tô hà lâm tạ lưu cao thái "
    "châu tăng quách triệu phùng vương đào trương nông hứa lương chu lộc vi ma bế lò quàng cầm tòng đèo sùng giàng vàng "
    "thào hầu mùa hạng lầu thạch kim sơn danh y k' h' rơ siu ksor rcom lục la từ tống viên thân khổng nghiêm kiều doãn cù "
    "mạc bạch thẩm âu giáp hán khuất ninh phí quản tiêu thiều trang tri vân văn ông bàn chìu tằng phàn lỷ lù thèn giang "
    "đàm đồng điêu đậu kha khúc lại lã lữ nhâm phó sầm tào tất thang thi tôn trà uông ứng xa yên lường vừ "
    "chảo tẩn lèng chẩu rah điểu lô moong cụt pờ lỳ khoàng hảng kháng ly vù ngũ chử bành lềnh lừu páo sìn sần thàng tráng chíu "
    "voòng nình kpă hlun".split()
)
