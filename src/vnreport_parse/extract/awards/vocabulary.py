"""The verbs and joints of award sentences, over folded text (lower case, one tone placement)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

_NOT = r"(?P<negation>(?:không|chưa|chẳng)\s+(?:\w+\s+){0,2}?)?"

# Each alternative is one meaning; the longest wording stands first.
VERB = re.compile(
    rf"""(?<!\w){_NOT}(?:
      (?P<proposed_and_conferred>                     # đề nghị và được / đã trình và được / đề nghị, được
        (?:(?:đã|được)\s+)?(?:đề\snghị|trình|đề\sxuất)(?:\s+(?:cấp\strên|cấp\s(?:có\s)?thẩm\squyền))?
        (?:\s*,|\s+và|\s*,\s*và)\s+(?:đã\s+)?(?:được|đã\sđược))
    | (?P<proposed>
        được\s(?:xét\s)?đề\snghị(?!\s+của)
      | (?<!theo\s)(?<!cơ\ssở\s)đề\snghị(?!\s*[,;.])(?:\s+xét)?(?!\s+của) | đề\sxuất | kiến\snghị | suy\stôn
      | (?<!chương\s)(?<!quá\s)(?<!quy\s)(?<!công\s)(?<!lộ\s)(?<!giáo\s)(?<!tiến\s)(?<!hành\s)(?<!tờ\s)(?<!tường\s)
        trình(?!\s+(?:độ|diễn|bày|tự|duyệt|chiếu))
      | (?:lập|làm|hoàn\sthiện|gửi)\s+hồ\ssơ
      | báo\scáo(?=\s(?!của\s|số\s)[^\s.;:,][^.;:,]{{1,58}}\s(?:xét\s)?(?:tặng|khen\sthưởng)\s) )
    | (?P<declined>
        không\s+(?:được\s+)?xét(?=\s+(?:tặng|danh\s+hiệu|bằng\s+khen|giấy\s+khen|cờ|huân|huy))
      | không\s+thông\s+qua(?=\s+(?:hồ\s+sơ|đề\s+nghị)) | trả\s+(?:lại\s+)?hồ\s+sơ | trả\s+lại\s+\d+\s+hồ\s+sơ )
    | (?P<registered> đăng\ský )
    | (?P<received>                                   # the recipient stands before it
        (?:vinh\sdự\s+|đã\s+)*(?:được\s+)?(?:đón\snhận|(?<!xác\s)(?<!ghi\s)nhận(?!\s+(?:thức|xét|định|diện|nuôi|đỡ|thấy)))
      | giữ\svững(?=\s+danh\s+hiệu)
      | đạt(?!\s+(?:chuẩn|tiêu\schí|tiêu\schuẩn|tỷ\slệ|yêu\scầu|mục\stiêu|giải|điểm|loại|thành\stích|kết\squả|hiệu\squả|trên
        |từ|khoảng|gần|\d)) | giành | đoạt )
    | (?P<conferred>
        (?:trao\s+)?tặng(?:\s+thưởng)? | truy\stặng | phong\stặng | phong(?=\s+(?:danh\shiệu|tặng)) | truy\sphong
      | (?<!thi\sđua\s)(?<!thi\sđua,\s)(?<!thi\sđua\s-\s)(?<!công\stác\s)(?<!hình\sthức\s)(?<!hồ\ssơ\s)khen\sthưởng
      | công\snhận | khen(?=[\s:])(?!\s+thưởng) | tuyên\sdương | biểu\sdương | trao(?!\s+đổi) | gửi(?=\s+thư\s+khen)
      | đã\s+có\s+quyết\s+định | cấp(?=\s+(?:bằng|giấy|huy)) )
    )(?!\w)""",
    re.VERBOSE,
)
VERBS_JOINED = re.compile(r"\s*(?:,|và|hoặc)\s*(?:được\s+)?")
PASSIVE = re.compile(r"(?<!\w)(?:đã\s+)?được(?!\w)")
FOR = re.compile(r"(?<!\w)(?:(?<!đại\sdiện\s)cho|đối\s+với|(?<!cùng\s)(?<!đối\s)với(?=\s+\d|\s*$))(?!\w)")
# Right behind a title also: `Bằng khen của Tỉnh đoàn tặng 11 tập thể`, `Huân chương Lao động hạng Ba với 1 tập thể`
_TIMES = r"(?:\s*\(?lần\s+(?:thứ\s+)?\w+\)?)?"
_TO = r"(?:trao\s+)?tặng|trao|với|dành|biểu\s+dương|tuyên\s+dương"
GIVEN_TO = re.compile(rf"[\s\"”]*{_TIMES}\s*(?P<to>{_TO})(?=\s+(?:cho\s|\d|tập\s+thể|cá\s+nhân|đồng\s+chí))")
TO = re.compile(rf"{FOR.pattern}|^[\s\"”]*{_TIMES}\s*(?:{_TO})(?=\s|$)")
# trong đó, có 07 cá nhân … / Trong số này, … / riêng huyện …
OF_WHICH = re.compile(r"(?<!\w)(?:trong\s+(?:số\s+)?(?:đó|này)|trong\s+số\s+ấy|riêng)(?!\w)")
# Trong 29 đảng viên được tặng Huy hiệu Đảng đợt này có 3 đảng viên nhận …: what follows divides the first figure.
AMONG = re.compile(r"\s*trong\s+(?:(?:tổng\s+)?(?:số\s+)?\d|số\s+\w+\s+\w+\s+được\s)[^;.:]{4,160}?\scó\s*:?\s+\d")
# đã khen thưởng cho 3.107 lượt cá nhân; Trong số này, khen thưởng đột xuất 12 tập thể; tổng số …
_REWARDING = r"(?:khen\s+thưởng|tuyên\s+dương|biểu\s+dương|tôn\s+vinh|vinh\s+danh)"
REWARDED_BEFORE = re.compile(
    rf"(?<!\w)(?<!thi\sđua,\s)(?<!thi\sđua\s-\s)(?<!nghị\s)(?<!lễ\s){_REWARDING}(?!\s+(?:tỉnh|huyện|xã|sở|cấp)\b)[^;.:]{{0,50}}?[:\s]*(?:trên\s+|hơn\s+|gần\s+)?$"
    r"|(?<!\w)khen\s+$"
    r"|(?<!\w)tổng\s+(?:số|cộng)(?!\w)[^;.]{0,30}$"
)
REWARDED_BEHIND = re.compile(rf"[^;.]{{0,60}}?(?<!\w)được\s+(?:\w+\s+){{0,5}}?(?:{_REWARDING}|khen)(?!\w)")
CUMULATIVE = re.compile(
    r"(?<!\w)(?:(?:tính\s+)?đến\s+(?:nay|thời\s+điểm|hết\s+(?:ngày|tháng|năm))|lũy\s+kế|từ\s+trước\s+đến\s+nay|qua\s+\d+\s+(?:đợt|lần|kỳ)"
    r"|nâng\s+tổng\s+số|nâng\s+số\s(?:[^;.:]{0,80}?\s)?lên(?:\s+thành)?)(?!\w)"
)
# Tính đến 31/12/2023 …; riêng năm 2023 …: a day alone may end the year that is reported on
UP_TO_DAY = re.compile(r"(?<!\w)tính\s+đến\s+(?:ngày\s+)?\d{1,2}[/.-]\d")
YEAR_ALONE = re.compile(r"(?<!\w)riêng\s+(?:trong\s+)?năm(?!\w)")
# … cho 07 mẹ, lũy kế toàn tỉnh đến nay 1.724 mẹ
SUM_SO_FAR = re.compile(r"^[^.;]{0,60}(?:,|\(|và)\s*(?:lũy\s+kế|nâng\s+tổng\s+số|tổng\s+số)[^.;]{0,60}\s(?:đến\s+nay|lên|là)?\s*$")
OWN_YEAR = re.compile(r"(?<!\w)(?:riêng|trong\s+(?:năm|kỳ|đợt)|năm\s+(?:học\s+)?\d{4})(?!\w)")
AGAIN = re.compile(r"(?<!\w)(?:(?:nêu|nói|kể)\s+trên(?!\w)|đã\s+nêu(?!\w)|tổng\s+hợp\s+(?:chung\s+)?khen\s+thưởng)")

# Như vậy, Cụm đề nghị tặng …: the sentence sums up
THUS = re.compile(r"(?<!\w)như\s+vậy,[^.;]*$")
# Theo đó, Chủ tịch nước tặng …; Đây là đợt phong tặng đầu tiên cho …: the sentence before, once more
NAMELY = re.compile(r"(?<!\w)(?:theo\s+đó,|đây\s+là\s)[^.;]*$")

_WORDS, _FIGURES = r"(?:nhất|nhì|ba|hai|i{1,3})", r"[123]"
RANK = re.compile(
    rf"""(?<!\w)hạng\s+(?P<ranks>
          {_WORDS}(?!\w)(?:(?:\s*,|\s+và)\s*(?:hạng\s+)?{_WORDS}(?!\w)(?!\s+(?:tập|cá|đơn|người|đồng|hộ|huân|bằng)))*
        | {_FIGURES}(?:\s*,\s*{_FIGURES}(?!\s*\w))*(?!\w))
        | (?P<any>(?<!\w)các\s+(?:loại|hạng)(?!\w))""",
    re.VERBOSE,
)
_RANKED = (("hạng Nhất", "nhất i 1"), ("hạng Nhì", "nhì hai ii 2"), ("hạng Ba", "ba iii 3"))
RANKS = {form: rank for rank, forms in _RANKED for form in forms.split()}
FOREIGN_RANK = regex.compile(r"\s+(?P<rank>[Hh]ạng\s+\p{Lu}\p{L}*+(?:(?:\s?[-–]\s?|\s(?=\p{Lu}))\p{L}++){0,5})")
BEARER = regex.compile(r"\s(?P<surname>\p{Lu}\p{L}+)\s\p{Lu}\p{L}")
CONFERRING = re.compile(r"(?<!\w)(?:tặng|danh\s+hiệu|công\s+nhận|phong|đạt|nhận|cho)\s+(?:danh\s+hiệu\s+)?[\"“]?$")
# Chiến sĩ thi đua ngành Ngân hàng: the branch is no organ that acts
_NO_BRANCH = r"(?!(?:cho|và|năm|đã|được|của|là|có|gồm|trong|giai|tặng|toàn|cấp|tỉnh|thành|huyện|đạt|nhận|xét|với|để|tại|từ|theo)\s)"
_BRANCH_WORDS = rf"\p{{Lu}}\p{{L}}*(?:\s\p{{Lu}}\p{{Ll}}+(?![\s]\p{{Lu}}))?(?:\s{_NO_BRANCH}\p{{Ll}}+){{0,3}}"
BRANCH = regex.compile(rf"\s+(?P<branch>{_BRANCH_WORDS}(?:\s(?:-|–|và)\s{_BRANCH_WORDS}){{0,2}})(?=\s|[,;:.)]|$)")
# Huy hiệu 50 năm tuổi Đảng; and elided after it: "45 năm cho 19 đồng chí"
PARTY_YEARS = re.compile(r"(?:loại\s+)?(?P<years>\d{2}(?:(?:\s*,|\s+và)\s*\d{2})*)\s+(?:năm(?:\s+tuổi\s+đảng)?|tuổi\s+đảng)")

# What a plan, a rule or a target says: nothing of it has happened.
TARGET = re.compile(
    r"(?<!\w)(?:(?<!đã )phấn\s+đấu|(?<!hiện )(?<!hiện các )(?<!thành )(?<!thành các )chỉ\s+tiêu"
    r"|dự\s+kiến(?!\s+(?:họp|tổ\s+chức|thời\s+gian|ngày))|mục\s+tiêu|tối\s+đa"
    r"|(?<!lương )tối\s+thiểu|không\s+quá|chỉ\s+xét|ít\s+nhất|trở\s+lên"
    r"|tiêu\s+chuẩn\s+(?:tặng|xét|khen|giấy\s+khen|bằng\s+khen|danh\s+hiệu|cờ|huân|huy|kỷ)|điều\s+kiện\s+(?:tặng|xét)"
    r"|để\s+(?:xét\s+)?tặng\s+cho|để\s+được\s+(?:xét|tặng|công\s+nhận|phong\s+tặng)|mỗi\s+giải|mức\s+(?:tiền\s+)?thưởng|tiền\s+thưởng\s+kèm"
    r"|sẽ\s+(?:được\s+)?(?:xét|tặng|đề\s+nghị|khen))(?!\w)"
)
# … chưa được chấp thuận: what became of a proposal
REFUSED = re.compile(
    r"[^;.]{0,80}?(?<!\w)(?:bị\s+[^;.]{0,40}?trả\s+(?:lại|về)"
    r"|(?:chưa|không)\s+(?:được\s+)?(?:chấp\s+thuận|phê\s+duyệt|đồng\s+ý|thông\s+qua|xét\s+duyệt))(?!\w)"
)
# In ấn, cấp phát 3.200 bằng, giấy khen: paper, not awards
PRINTED = re.compile(r"(?<!\w)(?:in\s+ấn|mua\s+sắm|cấp\s+phát|viết\s+(?:bằng|giấy))(?!\w)|(?<!\w)(?:in|mua)\s+(?:các\s+|phôi\s+)?$")
# … cho 05 cá nhân (đã có quyết định: 03 cá nhân): what became of a proposal
DECIDED = re.compile(
    r"\s*,\s*(?:kết\s+quả|đến\s+nay)\s+(?:đã\s+)?được\s+(?:tặng|khen|công\s+nhận)(?:\s+thưởng)?\s+(?:cho\s+)?"
    r"|\s*[,;]?\s*\(\s*(?:đến\s+nay\s+)?đã\s+(?:có\s+quyết\s+định|được\s+(?:tặng|khen|công\s+nhận))[^():;\d]{0,40}:?\s*"
)
# … và đề nghị cấp trên khen thưởng được: …
OBTAINED = re.compile(r"(?<!\w)được\s*$")
FORGED = re.compile(
    r"(?<!\w)(?:làm\s+giả|(?:phải|bị)\s+thu\s+hồi|giả\s+mạo|(?:bằng|chương|dấu)\s+giả|tự\s+in"
    r"|(?:thu\s+hồi|hủy\s+bỏ|hủy(?=\s+quyết\s+định)|tước)\s+(?:[^\s;]+\s+){0,16}?(?:bằng\s+khen|giấy\s+khen|danh\s+hiệu|huân\s+chương|huy\s+chương|kỷ\s+niệm\s+chương|cờ))(?!\w)"
)
# Kết quả đăng ký, xét tặng: a heading over results of several kinds says nothing of one
RESULTS = re.compile(r"(?<!\w)(?:kết\s+quả|đã\s+được|và\s+khen\s+thưởng)(?!\w)")
# A list under such words holds aims.
AIM = re.compile(r"(?<!\w)(?:tiêu\s+chuẩn|điều\s+kiện|(?<!đã )phấn\s+đấu|chỉ\s+tiêu|mục\s+tiêu|dự\s+kiến)(?!\w)")
# In a plan only what is registered already is a fact: `đến ngày 20/12 mới có 02 huyện đăng ký`.
REGISTERED_ALREADY = re.compile(r"(?<!\w)(?:đã|mới|đến\s+(?:ngày|nay))(?!\w).{0,80}đăng\s+ký")
# 4 tập thể là Trường A (xã X), Trường B và 43 cá nhân: the names of a group before the next one
NAMED_GROUP = re.compile(r"\s*(?:là|gồm)\s+(?!.*(?:được|đã|nhận|đạt)(?!\w))[^;.:]{4,400}?\s+và\s*")
NAMES_BEFORE_VERB = re.compile(
    r"\s*(?:\((?P<inside>[^()]*)\)|(?:là|gồm)\s+(?P<after>.{4,400}?)(?=\s+(?:(?:đã\s+|vinh\s+dự\s+)*(?:được|nhận|đón\s+nhận)\s|và\s*$)))"
)
NAMES_AT_ONCE = re.compile(r"\s+(?P<names>[^\s(,].{4,160}?)(?=\s+(?:(?:đã|vinh\s+dự)\s+)*(?:được|nhận|đón\s+nhận)\s)")
ALSO_NAMED = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,|và|cùng)\s+(?P<names>(?!\d).{4,160}?)(?=\s+(?:(?:đã|vinh\s+dự)\s+)*được\s)")
BEYOND_BRACKET = re.compile(r"\s*\((?=[^()]*\d)[^();]{0,200}\)\s*(?:,|và|cùng)\s+(?!\d)")
NAMED_RANK = re.compile(r"\s*(?P<number>\d{1,2}\s*)?\((?P<names>[^()\d]{4,200})\)")
# … đạt danh hiệu này: the title of the sentence before
SAME_TITLE = re.compile(r"\s*(?:đã\s+|được\s+|công\s+nhận\s+|đạt\s+)+danh\s+hiệu\s+(?:này|trên|nói\s+trên|nêu\s+trên)(?!\w)")
# What joins groups into one chain of recipients.
CHAIN = re.compile(
    r"^(?!.*(?:;|\b(?:vì|cứu|giúp|gồm|được|đã|là|trong đó)\b))"
    r".{0,90}?(?:,|\bvà|\bcùng(?:\s+với)?|\bcho)\s*(?:hơn\s+|gần\s+|trên\s+)?$|^\s*[-–+]?\s*$"
)
# các bộ, ngành Trung ương; các huyện ủy, thị ủy; and behind an office: UBND các xã, phường; UBND 06 huyện
PLURAL_ORGAN = re.compile(
    r"các\s+(?:bộ|sở|huyện\s+ủy|tỉnh\s+ủy|công\s+ty)"
    r"(?:\s*,\s*(?:ban|ngành|thị\s+ủy|thành\s+ủy|đoàn\s+thể|sở))*(?:\s+(?:và\s+)?(?:đoàn\s+thể|ngành))?(?:\s+(?:ở\s+)?trung\s+ương)?(?!\w)"
)
MANY_PLACES = re.compile(
    r"\s+(?:các|\d{1,3})\s+(?:huyện|xã|phường|thị\s+xã|thành\s+phố|quận|tỉnh|thị\s+trấn)"
    r"(?:(?:\s*,|\s+và)\s*(?:huyện|xã|phường|thị\s+xã|thành\s+phố|quận|thị\s+trấn|đặc\s+khu))*(?!\w)"
)
ASKED = re.compile(r"đề\s+nghị\s+của\s+$")  # xét đề nghị của Thủ tướng, Chủ tịch nước đã ký …
# Who presents or hosts, and does not confer: lãnh đạo tỉnh, đại diện Bộ Y tế.
HOST = re.compile(r"(?<!\w)(?:lãnh\s+đạo|đại\s+diện|tại)\s+$")
# Chủ tịch nước đã ban hành các Quyết định số … về việc tặng thưởng …
DECIDES = re.compile(r"\s*(?:đã\s+)?(?:vừa\s+)?(?:ban\s+hành|ký|ra|có)\s+(?:các\s+|\d+\s+)?quyết\s+định\s(?:.{0,220}$|$)")
# Who confers orders and the honorary titles of the State (Luật Thi đua, khen thưởng 06/2022/QH15, Điều 77), or has conferred them.
HEAD_OF_STATE = re.compile(
    r"(?<!phó\s)chủ\s+tịch\s+nước|nhà\s+nước|chính\s+phủ|quốc\s+hội|(?<!\w)đảng(?!\s+(?:ủy|bộ))|trung\s+ương\s+đảng|bộ\s+chính\s+trị|hội\s+đồng\s+bộ\s+trưởng"
    r"|thủ\s+tướng|lào|campuchia|cu\s?ba|nga|liên\s+xô|pháp|trung\s+quốc|hoàng\s+gia|ctn"
)
# trao Quyết định 28/QĐ-CTN của Chủ tịch nước về việc tặng thưởng …: who decided confers
DECISION_OF = re.compile(r".*(?<!\w)quyết\s+định\s(?:[^;.]{0,80}?\s)?của\s+(?=[^;]{3,100}\svề(?:\s+việc)?\s*$)")
ALREADY = re.compile(r"(?<!\w)đã(?!\w)(?!\s+(?:đề\s+nghị|trình))")
# Words that may stand between an organ and its verb.
GLUE = re.compile(
    r"[\s,]*(?:(?:cũng|còn|đã|đều|vừa|tiếp\s+tục|vừa|ra|ký|ban\s+hành|có|các|quyết\s+định|số|xét|xem\s+xét|họp|và|trực\s+tiếp|được|thống\s+nhất"
    r"|nhất\s+trí|khen\s+thưởng|để)[\s,]*)*(?:\([^()]*\)\s*)?"
)
GRANTED = re.compile(r"(?:thừa\s+)?ủy\s+quyền\s+(?:của\s+)?")
# … hiện có 19 trường hợp đề nghị khen thưởng. Trong đó, …: the sentence goes on with what the one before began
GOES_ON = re.compile(r"\s*(?:trong\s+(?:số\s+)?(?:đó|này)|cụ\s+thể|bao\s+gồm|gồm)(?!\w)")
MOREOVER = re.compile(r"\s*(?:ngoài\s+ra|bên\s+cạnh\s+đó|cùng\s+với\s+đó),?\s+(?:còn\s+)?có\s")
NAMELY_LIST = re.compile(r"\W*(?:cụ\s+thể|gồm(?:\s+có)?|như\s+sau)(?:\s+(?:như\s+sau|là))?\s*:\s*")
# Two titles with nothing between them but a joint: they share what follows.
JOINED = re.compile(r"[\s\"“”]*(?:,|và|hoặc|/)?[\s\"“”]*(?:danh\s+hiệu\s*)?[\"“]?")
AND = re.compile(r"[\s\"“”]*(?:,\s*)?và[\s\"“”]*(?:danh\s+hiệu\s*)?[\"“]?")
BY_ORGAN = re.compile(r"[\s\"”,]*(?:đã\s+)?được\s+")
FOR_BEARERS = re.compile(r"(?<!\w)(?:cho|biểu\s+dương|tuyên\s+dương)\s+$")
AND_ORGAN = re.compile(r",\s+(?:và\s+)?|\s+và\s+")
# đã trao Quyết định số … của Chủ tịch nước về việc tặng thưởng …
DECIDED_BY = re.compile(r"quyết\s+định\s[^.;:]{0,80}?(?<!\w)của\s+")
ABOUT = re.compile(r"\s*,?\s*(?:về\s+việc|v/v|về)\s+(?:xét\s+)?")
FILLER = re.compile(r"(?<!\w)(?:cho|và|đã|được|đang|trong|dịp|cũng|thêm|tiếp|còn|có\s+quyết\s+định)(?!\w)|[:()]")
# Với danh hiệu A, …: what a sentence is about
TOPIC = re.compile(r"[\s\"“(+*•–-]*(?:đối\s+với|với|về|ở)\s+(?:danh\s+hiệu\s+)?[\"“]?")
# Bằng khen 25 trường hợp, gồm 5 tập thể, 20 cá nhân
# … 09 tập thể (năm 2021: 07 tập thể)
ANOTHER_YEAR = re.compile(r"[^;.:]{0,60}\(\s*(?:năm|cùng\s+kỳ|kỳ\s+trước)\s*(?:học\s+)?[\d\s–-]*(?:là)?\s*:?\s*")
CONSISTING = re.compile(r"\s*[,(]?\s*(?:bao\s+)?gồm(?:\s+có)?\s*:?\s*")
# hồ sơ của tập thể X đã gửi …
FILE_OF = re.compile(r"(?<!\w)hồ\s+sơ\s+(?:đề\s+nghị\s+)?(?:của|cho)(?!\w)")
RECEIVING = re.compile(
    r"(?:^|[\s(])(?:(?:đã|vinh\s+dự|cũng|từng|lần|\d+\s+lần|còn)\s+)*(?:(?<!đạt\s)được|đón\s+nhận|(?<!công\s)(?<!ghi\s)(?<!xác\s)nhận|đạt(?!\s+được)|đăng\s+ký)(?=\s)"
)
# Between `cho` and the first group: nothing, a named recipient and a joint, or how nearly.
LEADS = re.compile(r"^\s*$|(?:,|;|:|\bvà|\bcùng|\bcác|\bgồm|\bhơn|\bgần|\btrên|\bkhoảng|\bcho|\btổng\s+số|\bđó\s+có|\bcó)\s*$")
LAST_PASSIVE = re.compile(r".*(?<!\w)được\s+")
# Bằng khen của Trung ương Đoàn tặng 11 tập thể; Gia đình văn hóa đã công nhận 1.246 hộ
CONFERRED_ON = re.compile(
    r"\s*(?:đã\s+|được\s+)*(?:trao\s+)?(?:tặng|trao|công\s+nhận|phong\s+tặng|truy\s+tặng|xét\s+tặng)(?:\s+được)?\s+(?:cho\s+)?"
)
# nâng tổng số hội viên được tặng Kỷ niệm chương đến nay lên 3.066 đ/c
RAISED_TO = re.compile(
    r"\s*[\"”]?\s*(?:của\s+[^;.:(]{2,60}?\s+)?(?:(?:đến|hiện)\s+nay\s+)?(?:đã\s+)?lên(?:\s+(?:tới|đến|thành|con\s+số))?\s+"
)
# What may stand between a title and its recipients without `cho`: a mark, a year.
BARE_JOINT = re.compile(r"[\s\"“”,(:–-]*(?:là\s+)?(?:năm\s+(?:học\s+)?[\d –-]+)?[\s,(:–-]*(?:(?:bao\s+)?gồm(?:\s+có)?\s*:?\s+)?")
# Another clause begins after a comma, unless a name or the verb itself does: `02 cá nhân là ông A, bà B được …`.
NEW_CLAUSE = regex.compile(
    r",(?!\s*(?:\p{Lu}|(?:ông|bà|đồng chí|đ/c|anh|chị|cô|thầy|đã được|được|vinh dự"
    r"|đơn vị|cơ quan|ban|ngành|phòng|khoa|xã|phường|thị trấn|huyện|sở|địa phương|tổ chức|đoàn thể|doanh nghiệp|hợp tác xã"
    r"|nhà giáo|giáo viên|cán bộ|công chức|viên chức|chiến sĩ|tiêu biểu|xuất sắc|ưu tú|điển hình)\s))"
)
# A group right before its title: `06 đ/c CSTĐCS`, `16 tập thể: Cờ thi đua`, `9 hội viên gương mẫu (Bằng khen)`.
ADJACENT = re.compile(r"\s*:?\s*(?:đạt\s+)?(?:danh\s+hiệu\s+)?[\"“]?|(?:\s+\w+){0,4}\s*\(\s*[\"“]?")
# An item that says who confers before a colon: `- Sở Y tế: Giấy khen cho …`.
# Tập đoàn: 04 tập thể dẫn đầu, 12 Tập thể lao động xuất sắc: another figure stands between
FIGURES_FIRST = re.compile(r"\s*:\s+(?:\d{1,4}\s[^:;.]{1,60}?,\s+){1,4}(?:\d{1,4}\s+)?")
LABEL_END = re.compile(r"\s*:\s*(?:danh\s+hiệu\s+)?[\"“]?")
LABEL = re.compile(r"[^:;.]{2,100}(?=:)")
LABEL_WITHIN = re.compile(r"[,;]\s*(?P<organ>[^,;:.\d]{2,80}?)\s*:\s*$")
HAS_BESIDES = re.compile(r"(?:,|\svà)\s+có\s+$")
INSTITUTION = re.compile(r"(?:nhà\s+)?trường|bệnh\s+viện|công\s+ty|đơn\s+vị|chi\s+bộ|công\s+đoàn|trung\s+tâm")
OUT_OF_NUMBER = re.compile(r"(?<!\w)trong\s+(?:(?:tổng\s+)?số\s+)?$")
# - 2008-2009: Tập thể lao động xuất sắc; Quyết định số 12/QĐ-UBND ngày 14/8/2009 của Chủ tịch UBND tỉnh
YEAR_LABEL = re.compile(
    r"[\W]*(?:năm\s+(?:học\s+)?)?\d{4}(?:\s*[-–]\s*\d{4})?\s*[:.]\s*(?:[^.:;]{0,80};\s*)?(?:đạt\s+)?(?:danh\s+hiệu\s+)?[\"“]?"
)
DECISION_BEHIND = re.compile(
    r"[^.;(]{0,60}?[;,(”\"]?\s*[(]?\s*(?:theo\s+)?(?:quyết\s+định|qđ)\s+(?:số\s+)?\S+(?:\s*,?\s*ngày\s+[\d/.-]+)?\s+của\s+"
)
GIVES_ON = re.compile(r"\W*(?:(?:đã\s+)?(?:tặng|trao|trao\s+tặng|khen)\s+(?:thưởng\s+)?cho|gồm(?:\s+có)?\s*:?)\s+(?=\d)")
# 2. Danh hiệu "Chiến sĩ thi đua cơ sở"
BEFORE_TITLE = re.compile(r"\W*(?:(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]\s*)?(?:về\s+)?(?:(?:danh\s+hiệu|hình\s+thức)\s+)?[\"“]?")
BEHIND_TITLE = re.compile(r"[\"”]?\s*[.:]?\s*")
IS_WHO = re.compile(r"[^;.:,]{0,30}?\slà\s+(?=(?:đồng\s+chí|đ/c|ông|bà|anh|chị|cụ|thầy|cô)\s)")
# Năm 2014 được tặng thưởng …; Năm 2015, 2017 được tặng …
GIVEN_IN = re.compile(r"\W*(?:trong\s+)?năm\s+\d{4}(?:\s*(?:,|và|-|–)\s*\d{4})*,?\s*(?:đã\s+|vinh\s+dự\s+)*được\s+(?:\S+\s+){1,3}?")
REWARD_ASKED = re.compile(
    r"(?<!\w)đề\s+nghị\s[^;.:]{0,160}?\d+\s+(?:tập\s+thể|cá\s+nhân|đơn\s+vị|trường\s+hợp)[^;.:\d]{0,40}\sđược\s+$"
)
DECISION_OF_ORGAN = re.compile(r"(?:quyết\s+định|qđ)\s[^;]{0,80}?(?:của|do)\s+|[^;,]{0,60};\s*(?=\w)")
COLONS = re.compile(r"\s*:\s*(?P<organ>[^:;.]{2,80}?)\s*:\s*")
# Của Thủ tướng: 1 đơn vị, 3 người
ELIDED_OF = re.compile(r"^\s*(?:(?P<of>của)\s+(?P<organ>.{2,80}?)\s*:?\s*(?:cho\s+)?|(?P<label>[^:]{2,80}?)\s*:\s*)$")
# The statement itself, without recipients: `Năm 2006: Chính phủ tặng Bằng khen`, `- Bằng khen Bộ trưởng`.
DATED = re.compile(r"[-+*•–\s]*(?:năm\s+(?:học\s+)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?|(?:19|20)\d\d)\s*:")
# A nominal use states nothing: `việc tặng Bằng khen`, `hồ sơ đề nghị tặng …`, `tỷ lệ được tặng …`.
_COUNCIL = r"(?<!\w)hội\s+đồng\s+(?:\w+\s+){0,3}?(?:xét|bình\s+chọn)(?!\w)"  # Hội đồng xét tặng danh hiệu Nghệ nhân ưu tú
COUNCIL = re.compile(_COUNCIL)
NOMINAL = re.compile(
    r"^\W*quyết\s+định\s+(?:của|về)(?!\w)|(?<!\w)(?:việc|công\s+tác|hồ\s+sơ|tỷ\s+lệ|thủ\s+tục|quy\s+trình|tiêu\s+chuẩn|quy\s+định|mức|lễ"
    r"|tổ\s+chức|hội\s+nghị|danh\s+sách|các\s+hình\s+thức|số|in\s+ấn|cấp\s+phát)(?!\w)"
    rf"|{_COUNCIL}"
    r"|^[\s•*+–-]*quyết\s+định\s+của\s"
)
BIOGRAPHY = re.compile(r"(?:^|[.;]\s*)(?:khen\s+thưởng|thành\s+tích|được\s+tặng(?:\s+thưởng)?|phần\s+thưởng[^:]{0,30})\s*:")
# được tặng thưởng nhiều danh hiệu cao quý. • Huân chương … : a list follows without a colon
HONOURS = re.compile(
    r"(?:danh\s+hiệu|phần\s+thưởng|hình\s+thức\s+khen\s+thưởng)"
    r"(?:(?:\s+cao\s+quý)?\s*(?:sau|như\s+sau)?\s*[.:]|[^.:;\d]{0,80}\stặng(?:\s+thưởng)?\s*[.:]?)\s*$"
)
# Những phần thưởng đã đạt được, Bảng vàng thành tích của Công ty: a line of its own over a list
HONOUR_ROLL = re.compile(
    r"\W*(?:(?:[ivx]{1,4}|\d{1,2}|[a-z])[.)]\s*)?(?:khen\s+thưởng\s*/\s*giải\s+thưởng|bảng\s+vàng\s+thành\s+tích[^.:;]{0,80}"
    r"|(?:(?:các|những|một\s+số)\s+)?(?:danh\s+hiệu|phần\s+thưởng|thành\s+tích|hình\s+thức\s+khen\s+thưởng)[^.:;\d]{0,40}?\s"
    r"(?:đạt\s+được|được\s+(?:tặng|trao|nhận|khen)|đã\s+nhận)[^.:;]{0,40})[.:]?\s*"
)
# What was given is listed under it: `được Đảng, Nhà nước tặng thưởng:`, `Phần thưởng được trao tặng:`
HONOURED = re.compile(
    r"(?<!\w)(?:được|danh\s+hiệu|phần\s+thưởng|nhận)(?!\w).*(?<!\w)(?:tặng|thưởng|quý|nhận|sau)(?:\s+như|\s+gồm)?[\s.:]*$",
    re.DOTALL,
)
# Các danh hiệu đã được tặng: Huân chương …, Cờ thi đua …: and nothing but titles behind the colon
GIVEN_LIST = re.compile(r"(?<!\w)(?:đã\s+được|được\s+[^:;.]{0,60})\s*tặng(?:\s+thưởng)?\s*:[^:]*$")
OPENS_ITEM = re.compile(r"[\W\d]*(?:danh\s+hiệu\s+)?[\"“]?(?:(?:một|hai|ba|bốn|năm)\s+)?")
# Hội đã tôn trọng ý kiến của cụ và vẫn tặng …: the subject of the clause goes on
AND_STILL = re.compile(r"\s(?:và|đồng\s+thời)\s+(?:vẫn|cũng|còn|đã)?\s*$")
# Về việc đề nghị xét tặng …, đề nghị khen thưởng, xét công nhận danh hiệu …: what a submission is about
ASKS = re.compile(r"(?<!\w)(?:khen\s+thưởng|tặng|công\s+nhận|danh\s+hiệu|thi\s+đua)(?!\w)")
# Chủ tịch nước CHDCND Lào
FOREIGN = re.compile(
    r"\s+(?:(?:chdcnd|nước|cộng\s+hòa(?:\s+dân\s+chủ\s+nhân\s+dân)?|vương\s+quốc|hoàng\s+gia)\s+)*"
    r"(?:lào|campuchia|cu\s?ba|liên\s+bang\s+nga|liên\s+xô|trung\s+quốc|pháp)(?!\w)"
)
# … theo các Quyết định của Chủ tịch nước: who decided, where another one handed over
BY_DECISION = re.compile(r"(?:theo|tại)\s+(?:các\s+)?quyết\s+định\s+(?:[^;.]{0,60}?\s)?của\s+")
# A sentence ends before a capital, a digit or a quote; `9.8` and `v.v. các` go on.
_STOP = regex.compile(r"[;:]|[.!?](?=\s+\p{Lu}|\s+[\d\"“(+-]|\s*$)")
_DEGREES = ("Th", "Ts", "ThS", "Gs", "Bs", "Ks", "Tp", "St")


def stops(text: str) -> Iterator[regex.Match[str]]:
    """Where a clause or a sentence ends; not behind `TP. Hồ Chí Minh`, `Th.S`, `Ts. A`, short words with a capital."""
    for stop in _STOP.finditer(text):
        word = text[max(stop.start() - 4, 0) : stop.start()].rpartition(" ")[2]
        listed = word.isdigit() and text[max(stop.start() - 6, 0) : stop.start() - len(word)].rstrip()[-1:] in tuple(":;,")
        if stop[0] == "." and listed and len(word) <= 2:  # cho: 1. Trường A; 2. Ông B
            continue
        if len(word) == 1 and word not in "Đđ" and not word.isascii():  # Công ty Việt Á. Vậy …
            yield stop
            continue
        abbreviated = 1 <= len(word) <= 3 and word.isalpha() and (word.isupper() or word in _DEGREES)
        if stop[0] != "." or not abbreviated:
            yield stop
