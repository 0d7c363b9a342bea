"""Whole documents of many offices, in the layouts that files give: scans, exports, copies; invented from head to foot."""

from __future__ import annotations

import pytest

from vnreport_parse import parse

# Each: the text; then number, date, place, type; subject; issuer and the organ above it; who signed; Nơi nhận; the labels.
DOCUMENTS = """
UBND HUYỆN HÒA LẠC
PHÒNG GIÁO DỤC VÀ ĐÀO TẠO

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIÊT NAM
Độc lâp - Tự do - Hạnh phúc

Sô: l25/BC-PGDĐT
Hòa Lạc, ngàỵ O5 tháng l2 năm 2O19

BÁO CÁ0
Tổng kết năm học 2018-2019

Căn cứ Công văn sô 45/SGDĐT-VP ngàỵ 10/11/2019 của Sở Giáo dục và Đào tạo;
Phòng báo cáo như sau:

l. Kết quả
Có 12 trường đạt.

2. Tồn tại
Còn 3 trường.

Nơi nhân:
- Sở GDĐT;
- Lưu: VT.

TRƯỞNG PHÒNG

Lê Văn Sáu
= l25/BC-PGDĐT | 2019-12-05 | Hòa Lạc | Báo cáo
= Tổng kết năm học 2018-2019
= PHÒNG GIÁO DỤC VÀ ĐÀO TẠO | UBND HUYỆN HÒA LẠC
=  | TRƯỞNG PHÒNG | Lê Văn Sáu
= Sở GDĐT; Lưu: VT
= 1, 2

=====
| **TỔNG CÔNG TY NƯỚC**<br>**CÔNG TY CỔ PHẦN HÒA LẠC** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|:---:|:---:|
| Số: 08/NQ-ĐHĐCĐ | *Hòa Lạc, ngày 20 tháng 4 năm 2022* |

**NGHỊ QUYẾT**

**ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2022**

*Căn cứ Luật Doanh nghiệp số 59/2020/QH14 ngày 17/6/2020;*

*Căn cứ Biên bản họp số 07/BB-ĐHĐCĐ ngày 20/4/2022,*

**QUYẾT NGHỊ:**

**Điều 1.** Thông qua báo cáo của Hội đồng quản trị.

**Điều 2.** Nghị quyết có hiệu lực từ ngày ký.

| ***Nơi nhận:***<br>- Cổ đông;<br>- Lưu: VT, TK. | **TM. ĐẠI HỘI ĐỒNG CỔ ĐÔNG**<br>**CHỦ TỌA**<br><br><br>**Đỗ Mạnh Hùng** |
|:---|:---:|
= 08/NQ-ĐHĐCĐ | 2022-04-20 | Hòa Lạc | Nghị quyết
= ĐẠI HỘI ĐỒNG CỔ ĐÔNG THƯỜNG NIÊN NĂM 2022
= CÔNG TY CỔ PHẦN HÒA LẠC | TỔNG CÔNG TY NƯỚC
= TM. | CHỦ TỌA | Đỗ Mạnh Hùng
= Cổ đông; Lưu: VT, TK
= Điều 1, Điều 2

=====
BÁO CÁO
Kết quả phong trào thi đua quý I năm 2023 của Chi bộ khu phố 3

Kính gửi: Đảng ủy phường Hòa Lạc

Thực hiện Kế hoạch số 12-KH/ĐU ngày 05/01/2023 của Đảng ủy phường, Chi bộ báo cáo như sau:

1. Tuyên truyền
Đã tổ chức 3 buổi.

2. Kết quả
Có 20 hộ đạt.

Hòa Lạc, ngày 28 tháng 3 năm 2023

T/M CHI BỘ
BÍ THƯ

Trần Thị Mai
=  | 2023-03-28 | Hòa Lạc | Báo cáo
= Kết quả phong trào thi đua quý I năm 2023 của Chi bộ khu phố 3
=  |
= TM. | BÍ THƯ | Trần Thị Mai
=
= 1, 2

=====
HỘI ĐỒNG NHÂN DÂN
TỈNH AN HẢI
KHÓA XV, KỲ HỌP THỨ 12 (CHUYÊN ĐỀ)

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/2023/NQ-HĐND        An Hải, ngày 12 tháng 7 năm 2023

NGHỊ QUYẾT
Quy định mức tiền thưởng trong phong trào thi đua trên địa bàn tỉnh

HỘI ĐỒNG NHÂN DÂN TỈNH AN HẢI
KHÓA XV, KỲ HỌP THỨ 12 (CHUYÊN ĐỀ)

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Xét Tờ trình số 75/TTr-UBND ngày 03 tháng 7 năm 2023 của Ủy ban nhân dân tỉnh,

QUYẾT NGHỊ:

Điều 1. Phạm vi điều chỉnh
Nghị quyết này quy định mức tiền thưởng.

Điều 2. Tổ chức thực hiện
1. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện.
2. Giao Thường trực Hội đồng nhân dân tỉnh giám sát.

Nghị quyết này đã được Hội đồng nhân dân tỉnh khóa XV, kỳ họp thứ 12 thông qua ngày 12 tháng 7 năm 2023./.

Nơi nhận:
- Ủy ban Thường vụ Quốc hội;
- Lưu: VT.

CHỦ TỊCH

Phạm Thị Lan
= 15/2023/NQ-HĐND | 2023-07-12 | An Hải | Nghị quyết
= Quy định mức tiền thưởng trong phong trào thi đua trên địa bàn tỉnh
= HỘI ĐỒNG NHÂN DÂN TỈNH AN HẢI |
=  | CHỦ TỊCH | Phạm Thị Lan
= Ủy ban Thường vụ Quốc hội; Lưu: VT
= Điều 1, Điều 2, 1, 2

=====
ĐẢNG ỦY PHƯỜNG HÒA LẠC
CHI BỘ TRƯỜNG MẦM NON HOA SEN
*
Số 03-BC/CB

ĐẢNG CỘNG SẢN VIỆT NAM

Hòa Lạc, ngày 15 tháng 12 năm 2022

BÁO CÁO
kiểm điểm tập thể chi ủy năm 2022

Thực hiện Hướng dẫn số 25-HD/BTCTW, ngày 10/10/2022 của Ban Tổ chức Trung ương, chi bộ báo cáo như sau:

I- ĐẶC ĐIỂM TÌNH HÌNH
1- Thuận lợi
Được quan tâm.
2- Khó khăn
Thiếu cán bộ.
II- KẾT QUẢ
Chi bộ hoàn thành.

Nơi nhận
- Đảng ủy phường,
- Lưu Chi bộ.

T/M CHI BỘ
BÍ THƯ

Vũ Thị Hồng
= 03-BC/CB | 2022-12-15 | Hòa Lạc | Báo cáo
= kiểm điểm tập thể chi ủy năm 2022
= CHI BỘ TRƯỜNG MẦM NON HOA SEN | ĐẢNG ỦY PHƯỜNG HÒA LẠC
= TM. | BÍ THƯ | Vũ Thị Hồng
= Đảng ủy phường; Lưu Chi bộ
= I, 1, 2, II

=====
BCH ĐOÀN TỈNH AN HẢI
HUYỆN ĐOÀN HÒA LẠC
***
Số: 45-KH/ĐTN

ĐOÀN TNCS HỒ CHÍ MINH

Hòa Lạc, ngày 10 tháng 3 năm 2021

KẾ HOẠCH
Tổ chức Tháng Thanh niên năm 2021

Thực hiện Kế hoạch số 120-KH/TĐTN-PT ngày 01/3/2021 của Ban Thường vụ Tỉnh đoàn, Ban Thường vụ Huyện đoàn xây dựng kế hoạch:

I. MỤC ĐÍCH
Phát huy vai trò.

Nơi nhận:
- Tỉnh đoàn;
- Lưu VP.

TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN
PHÓ BÍ THƯ

Nguyễn Hữu Thọ
= 45-KH/ĐTN | 2021-03-10 | Hòa Lạc | Kế hoạch
= Tổ chức Tháng Thanh niên năm 2021
= HUYỆN ĐOÀN HÒA LẠC | BCH ĐOÀN TỈNH AN HẢI
= TM. | PHÓ BÍ THƯ | Nguyễn Hữu Thọ
= Tỉnh đoàn; Lưu VP
= I

=====
CÔNG TY TNHH MTV
LÂM NGHIỆP HÒA LẠC
-----
Số: 12/TTr-CTLN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---o0o---
Hòa Lạc, ngày 5 tháng 1 năm 2018

TỜ TRÌNH
V/v đề nghị tặng Cờ thi đua năm 2017

Kính gửi: - Ủy ban nhân dân tỉnh An Hải;
          - Ban Thi đua - Khen thưởng tỉnh.

Căn cứ Quyết định số 35/2014/QĐ-UBND ngày 15/7/2014 của UBND tỉnh; Công ty đề nghị xem xét.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH KIÊM GIÁM ĐỐC
(Đã ký)
Hoàng Văn Thái
= 12/TTr-CTLN | 2018-01-05 | Hòa Lạc | Tờ trình
= đề nghị tặng Cờ thi đua năm 2017
= CÔNG TY TNHH MTV LÂM NGHIỆP HÒA LẠC |
=  | CHỦ TỊCH KIÊM GIÁM ĐỐC | Hoàng Văn Thái
= Như trên; Lưu: VT
=

=====
NGÂN HÀNG NÔNG NGHIỆP
VÀ PHÁT TRIỂN NÔNG THÔN VIỆT NAM
CHI NHÁNH HUYỆN HÒA LẠC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 211/NHNo-HC
V/v: Báo cáo kết quả thi đua 6 tháng

Hòa Lạc, ngày 30 tháng 6 năm 2015

Kính gửi: Ngân hàng Nông nghiệp và Phát triển nông thôn tỉnh An Hải

Thực hiện văn bản số 900/NHNo-TĐ ngày 2/6/2015, Chi nhánh báo cáo:

1/ Huy động vốn
Đạt 120 tỷ đồng.
2/ Dư nợ
Đạt 90 tỷ đồng.

                                        GIÁM ĐỐC

Nơi nhận:
- Như trên
- Lưu HC
                                        Ngô Quang Tùng
= 211/NHNo-HC | 2015-06-30 | Hòa Lạc | Công văn
= Báo cáo kết quả thi đua 6 tháng
= CHI NHÁNH HUYỆN HÒA LẠC | NGÂN HÀNG NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN VIỆT NAM
=  | GIÁM ĐỐC | Ngô Quang Tùng
= Như trên; Lưu HC
= 1, 2

=====
TÒA ÁN NHÂN DÂN
HUYỆN HÒA LẠC
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

Số: 05/BC-TA            Hòa Lạc, ngày 02 tháng 10 năm 2017

BÁO CÁO
Công tác của Tòa án nhân dân huyện năm 2017
(Từ ngày 01/10/2016 đến ngày 30/9/2017)

I. Công tác giải quyết, xét xử
1. Án hình sự
Thụ lý 45 vụ.
2. Án dân sự
Thụ lý 60 vụ.
II. Công tác thi đua
Tặng Giấy khen cho 3 cá nhân.

Nơi nhận:                                   CHÁNH ÁN
- TAND tỉnh;
- TT HĐND huyện;
- Lưu: VP.
                                        Bùi Văn Đạt
= 05/BC-TA | 2017-10-02 | Hòa Lạc | Báo cáo
= Công tác của Tòa án nhân dân huyện năm 2017 (Từ ngày 01/10/2016 đến ngày 30/9/2017)
= TÒA ÁN NHÂN DÂN HUYỆN HÒA LẠC |
=  | CHÁNH ÁN | Bùi Văn Đạt
= TAND tỉnh; TT HĐND huyện; Lưu: VP
= I, 1, 2, II

=====
VIỆN KIỂM SÁT NHÂN DÂN TỈNH AN HẢI
VIỆN KIỂM SÁT NHÂN DÂN
HUYỆN HÒA LẠC

Số: 77/QĐ-VKS-HL

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hòa Lạc, ngày 9 tháng 12 năm 2016

QUYẾT ĐỊNH
Về việc công nhận danh hiệu "Lao động tiên tiến" năm 2016

VIỆN TRƯỞNG VIỆN KIỂM SÁT NHÂN DÂN HUYỆN HÒA LẠC

Căn cứ Luật Tổ chức Viện kiểm sát nhân dân năm 2014;
Căn cứ Quy chế thi đua ban hành kèm theo Quyết định số 307/QĐ-VKSTC ngày 17/7/2015 của Viện trưởng Viện kiểm sát nhân dân tối cao;

QUYẾT ĐỊNH

Điều 1: Công nhận 9 cá nhân.
Điều 2: Các cá nhân có tên chịu trách nhiệm thi hành.

Nơi nhận:
- Như Điều 2;
- Lưu: VT, HSTĐ.

VIỆN TRƯỞNG

Hà Thị Thu
= 77/QĐ-VKS-HL | 2016-12-09 | Hòa Lạc | Quyết định
= Về việc công nhận danh hiệu "Lao động tiên tiến" năm 2016
= VIỆN KIỂM SÁT NHÂN DÂN HUYỆN HÒA LẠC | VIỆN KIỂM SÁT NHÂN DÂN TỈNH AN HẢI
=  | VIỆN TRƯỞNG | Hà Thị Thu
= Như Điều 2; Lưu: VT, HSTĐ
= Điều 1, Điều 2

=====
BỘ TƯ LỆNH QUÂN KHU 3
BỘ CHQS TỈNH AN HẢI

Số: 1502/BC-BCH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Hải, ngày 20 tháng 11 năm 2021

BÁO CÁO
Tổng kết phong trào Thi đua Quyết thắng năm 2021

Thực hiện Chỉ thị số 34/CT-BQP ngày 10/2/2021 của Bộ trưởng Bộ Quốc phòng; Bộ CHQS tỉnh báo cáo:

Phần thứ nhất
KẾT QUẢ

I. LÃNH ĐẠO
1. Quán triệt
a) Cấp tỉnh
Đã làm.
b) Cấp huyện
Đã làm.

Phần thứ hai
NHIỆM VỤ

I. CHỈ TIÊU
Đạt 100%.

Nơi nhận:
- Cục Chính trị QK;
- Lưu: VT, CT; H05.

CHỈ HUY TRƯỞNG

Đại tá Lý Văn Quân
= 1502/BC-BCH | 2021-11-20 | An Hải | Báo cáo
= Tổng kết phong trào Thi đua Quyết thắng năm 2021
= BỘ CHQS TỈNH AN HẢI | BỘ TƯ LỆNH QUÂN KHU 3
=  | CHỈ HUY TRƯỞNG | Lý Văn Quân
= Cục Chính trị QK; Lưu: VT, CT; H05
= Phần thứ nhất, I, 1, a, b, Phần thứ hai, I

=====
CÔNG AN TỈNH AN HẢI
PHÒNG CẢNH SÁT GIAO THÔNG
Số: 88/KH-CAT(PC08)

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Hải, ngày    tháng 02 năm 2024

KẾ HOẠCH
Triển khai phong trào thi đua “Vì an ninh Tổ quốc” năm 2024

Thực hiện Kế hoạch số 15/KH-CAT-PX03 ngày 10/01/2024 của Giám đốc Công an tỉnh, Phòng CSGT xây dựng kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao.
2. Yêu cầu
Nghiêm túc.

Nơi nhận:
- Đ/c PGĐ phụ trách (để b/c);
- Lưu: PC08.

TRƯỞNG PHÒNG

Thượng tá Đinh Công Minh
= 88/KH-CAT(PC08) | 2024-02-XX | An Hải | Kế hoạch
= Triển khai phong trào thi đua “Vì an ninh Tổ quốc” năm 2024
= PHÒNG CẢNH SÁT GIAO THÔNG | CÔNG AN TỈNH AN HẢI
=  | TRƯỞNG PHÒNG | Đinh Công Minh
= Đ/c PGĐ phụ trách (để b/c); Lưu: PC08
= I, 1, 2

=====
LIÊN MINH HTX TỈNH AN HẢI
HỢP TÁC XÃ DỊCH VỤ NÔNG NGHIỆP
HÒA LẠC

Số: 02/BC-HTX

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hòa Lạc, ngày 10 tháng 01 năm 2020

BÁO CÁO THÀNH TÍCH
Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh

I. SƠ LƯỢC ĐẶC ĐIỂM
1. Đặc điểm
HTX có 120 thành viên.
2. Chức năng
Cung ứng vật tư.
II. THÀNH TÍCH ĐẠT ĐƯỢC
Năm 2018 được tặng Giấy khen theo Quyết định số 12/QĐ-UBND ngày 3/1/2019 của UBND huyện.

XÁC NHẬN CỦA UBND XÃ                         GIÁM ĐỐC

                                        Trần Quốc Việt
= 02/BC-HTX | 2020-01-10 | Hòa Lạc | Báo cáo
= THÀNH TÍCH Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh
= HỢP TÁC XÃ DỊCH VỤ NÔNG NGHIỆP HÒA LẠC | LIÊN MINH HTX TỈNH AN HẢI
=  | GIÁM ĐỐC | Trần Quốc Việt
=
= I, 1, 2, II

=====
ỦY BAN NHÂN DÂN XÃ HÒA LẠC
TRUNG TÂM PHỤC VỤ
HÀNH CHÍNH CÔNG

Số: 06/BC-TTPVHCC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hòa Lạc, ngày 30 tháng 9 năm 2025

BÁO CÁO
Kết quả hoạt động của Trung tâm Phục vụ hành chính công quý III năm 2025

Kính gửi: Ủy ban nhân dân xã Hòa Lạc

Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thủ tục hành chính;
Trung tâm báo cáo như sau:

I. TÌNH HÌNH
II. KẾT QUẢ
1. Số hồ sơ tiếp nhận: 500 hồ sơ.
2. Đúng hạn: 498 hồ sơ.

Nơi nhận:
- Như trên;
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Lường Văn Hặc
= 06/BC-TTPVHCC | 2025-09-30 | Hòa Lạc | Báo cáo
= Kết quả hoạt động của Trung tâm Phục vụ hành chính công quý III năm 2025
= TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG | ỦY BAN NHÂN DÂN XÃ HÒA LẠC
= KT. | PHÓ GIÁM ĐỐC | Lường Văn Hặc
= Như trên; Lưu: VT
= I, II, 1, 2

=====
CÔNG TY TNHH DỆT MAY AN HẢI
AN HAI TEXTILE CO., LTD

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SOCIALIST REPUBLIC OF VIETNAM
Độc lập - Tự do - Hạnh phúc
Independence - Freedom - Happiness

Số/No: 15/2022/QĐ-AHT

An Hải, ngày 5 tháng 5 năm 2022

QUYẾT ĐỊNH
DECISION
Về việc khen thưởng cuối năm

Điều 1. Khen thưởng 5 công nhân.
Điều 2. Phòng nhân sự thi hành.

TỔNG GIÁM ĐỐC
GENERAL DIRECTOR

Mai Thanh Hà
= 15/2022/QĐ-AHT | 2022-05-05 | An Hải | Quyết định
= Về việc khen thưởng cuối năm
= CÔNG TY TNHH DỆT MAY AN HẢI |
=  | TỔNG GIÁM ĐỐC | Mai Thanh Hà
=
= Điều 1, Điều 2

=====
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
UBND THÀNH PHỐ AN HẢI
SỞ GIÁO DỤC VÀ ĐÀO TẠO
An Hải, ngày 3 tháng 3 năm 2013
Số: 300/SGDĐT-GDTrH
V/v hướng dẫn bình xét
thi đua năm học

Kính gửi:
- Trưởng phòng GD&ĐT các quận, huyện;
- Hiệu trưởng các trường THPT.

Căn cứ Thông tư số 12/2012/TT-BGDĐT ngày 3/4/2012, Sở hướng dẫn:

1. Đối tượng: Cán bộ, giáo viên.
2. Tiêu chuẩn: Theo quy định.

KT.GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Quách Thị Ngân

Nơi nhận
- Như trên
- BGĐ
- Lưu VP
= 300/SGDĐT-GDTrH | 2013-03-03 | An Hải | Công văn
= hướng dẫn bình xét thi đua năm học
= SỞ GIÁO DỤC VÀ ĐÀO TẠO | UBND THÀNH PHỐ AN HẢI
= KT. | PHÓ GIÁM ĐỐC | Quách Thị Ngân
= Như trên; BGĐ; Lưu VP
= 1, 2

=====
UBND HUYỆN HÒA LẠC
TRƯỜNG THPT SỐ 1

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 22/KH-THPT
Hòa Lạc, ngày 5 tháng 9 năm 2018

KẾ HOẠCH
Thi đua năm học 2018-2019

A. CĂN CỨ
Công văn số 15/SGDĐT-TĐ ngày 1/9/2018.
B. NỘI DUNG
I. Chỉ tiêu
1. Tập thể
Đạt 5 tổ.
2. Cá nhân
Đạt 30 người.

HIỆU TRƯỞNG

Trịnh Xuân Đức

- Sở GD&ĐT (để báo cáo);
- Các tổ chuyên môn;
- Lưu VT.
= 22/KH-THPT | 2018-09-05 | Hòa Lạc | Kế hoạch
= Thi đua năm học 2018-2019
= TRƯỜNG THPT SỐ 1 | UBND HUYỆN HÒA LẠC
=  | HIỆU TRƯỞNG | Trịnh Xuân Đức
= Sở GD&ĐT (để báo cáo); Các tổ chuyên môn; Lưu VT
= A, B, I, 1, 2

=====
ĐẢNG BỘ HUYỆN HÒA LẠC
ĐẢNG ỦY XÃ AN PHÚ
*
Số 15-TB/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM

An Phú, ngày 5 tháng 9 năm 2018

THÔNG BÁO
về phân công nhiệm vụ đảng ủy viên

Căn cứ Điều lệ Đảng; Đảng ủy thông báo:

1- Đồng chí Nguyễn Văn A phụ trách chung.
2- Đồng chí Trần Văn B phụ trách kiểm tra.

- Thường trực Huyện ủy (b/c),
- Các chi bộ,
- Lưu VP.

T/M ĐẢNG ỦY
PHÓ BÍ THƯ

Lò Văn Pâng
= 15-TB/ĐU | 2018-09-05 | An Phú | Thông báo
= về phân công nhiệm vụ đảng ủy viên
= ĐẢNG ỦY XÃ AN PHÚ | ĐẢNG BỘ HUYỆN HÒA LẠC
= TM. | PHÓ BÍ THƯ | Lò Văn Pâng
= Thường trực Huyện ủy (b/c); Các chi bộ; Lưu VP
= 1, 2

=====
ỦY BAN NHÂN DẤN TỈNH AN HẢI
SỞ KẾ HOẠCH VÀ ĐẤU TƯ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 220/SKHĐT-VP
V/v đăng ký thi đua

An Hải, ngày 5 tháng 9 năm 2018

Kính gửi: Ban Thi đua - Khen thưởng tỉnh

Sở đăng ký như sau: 5 tập thể.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Hứa Văn Sơn
= 220/SKHĐT-VP | 2018-09-05 | An Hải | Công văn
= đăng ký thi đua
= SỞ KẾ HOẠCH VÀ ĐẤU TƯ | ỦY BAN NHÂN DẤN TỈNH AN HẢI
=  | GIÁM ĐỐC | Hứa Văn Sơn
= Như trên; Lưu: VT
=

=====
UỶ BAN NHÂN DÂN
THÀNH PHÓ AN HẢI
VĂN PHÔNG

Số: 20/TB-VP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Hải, ngày 5 tháng 9 năm 2018

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND thành phố tại cuộc họp ngày 3/9/2018

Ngày 3/9/2018, Phó Chủ tịch UBND thành phố đã chủ trì cuộc họp.

1. Giao Sở Nội vụ.
2. Giao Sở Tài chính.

Nơi nhận:
- Như trên;
- Lưu: VT.

KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG

Đàm Văn Sơn
= 20/TB-VP | 2018-09-05 | An Hải | Thông báo
= Kết luận của Phó Chủ tịch UBND thành phố tại cuộc họp ngày 3/9/2018
= VĂN PHÔNG | UỶ BAN NHÂN DÂN THÀNH PHÓ AN HẢI
= KT. | PHÓ CHÁNH VĂN PHÒNG | Đàm Văn Sơn
= Như trên; Lưu: VT
= 1, 2

=====
UBND XÃ HÒA LẠC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 20/QĐ-UBND
Hòa Lạc, ngày 5 tháng 9 năm 2018

QUYẾT ĐỊNH
Về việc tặng Giấy khen

CHỦ TỊCH UBND XÃ

Căn cứ Luật Thi đua;

QUYẾT ĐỊNH:

Điều 1. Tặng Giấy khen cho 3 tập thể (có danh sách kèm theo).
Điều 2. Quyết định có hiệu lực từ ngày ký.

Nơi nhận:
- Như Điều 1;
- Lưu: VT.

CHỦ TỊCH

Đàm Văn Sơn

PHỤ LỤC
DANH SÁCH TẬP THỂ ĐƯỢC TẶNG GIẤY KHEN
(Kèm theo Quyết định số 20/QĐ-UBND ngày 5/9/2018 của UBND xã)

1. Thôn Đông
2. Thôn Tây
3. Thôn Nam
= 20/QĐ-UBND | 2018-09-05 | Hòa Lạc | Quyết định
= Về việc tặng Giấy khen
= UBND XÃ HÒA LẠC |
=  | CHỦ TỊCH | Đàm Văn Sơn
= Như Điều 1; Lưu: VT
= Điều 1, Điều 2

=====
UBND XÃ HÒA LẠC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 20/BC-UBND
Hòa Lạc, ngày 5 tháng 9 năm 2018

BÁO CÁO
Kết quả thi đua

Thực hiện kế hoạch(1) và hướng dẫn(2) của tỉnh, UBND xã đã ban hành quyết định[3] khen thưởng.

1. Kết quả
Đạt 5 giải.

Nơi nhận:
- UBND huyện;
- Lưu: VT.

CHỦ TỊCH

Đàm Văn Sơn

(1) Kế hoạch số 12/KH-UBND ngày 3/4/2018 của UBND tỉnh về thi đua.
(2) Hướng dẫn số 45/HD-SNV ngày 5/5/2018 của Sở Nội vụ.
[3] Quyết định số 11/QĐ-UBND ngày 7/7/2018.
= 20/BC-UBND | 2018-09-05 | Hòa Lạc | Báo cáo
= Kết quả thi đua
= UBND XÃ HÒA LẠC |
=  | CHỦ TỊCH | Đàm Văn Sơn
= UBND huyện; Lưu: VT
= 1

=====
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM          SỞ Y TẾ AN HẢI
Độc lập - Tự do - Hạnh phúc          TRUNG TÂM Y TẾ HÒA LẠC
Hòa Lạc, ngày 5 tháng 9 năm 2018          Số: 20/BC-TTYT

BÁO CÁO
Kết quả thi đua

Thực hiện kế hoạch, Trung tâm báo cáo.

I/ KẾT QUẢ
1/ Khám bệnh
Đạt 500 lượt.
2/ Điều trị
Đạt 100 lượt.
II/ ĐỀ NGHỊ
Tặng Giấy khen cho 5 cá nhân.

GIÁM ĐỐC          Nơi nhận:
Nông Văn Dền          - Sở Y tế;
          - Lưu: VT.
= 20/BC-TTYT | 2018-09-05 | Hòa Lạc | Báo cáo
= Kết quả thi đua
= TRUNG TÂM Y TẾ HÒA LẠC | SỞ Y TẾ AN HẢI
=  | GIÁM ĐỐC | Nông Văn Dền
= Sở Y tế; Lưu: VT
= I, 1, 2, II

=====
ỦY BAN NHÂN DÂN
HUYỆN HÒA LẠC
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 1234/QĐ-UBND
Hòa Lạc, ngày 5 tháng 9 năm 2018

QUYẾT ĐỊNH
BAN HÀNH QUY CHẾ THI ĐUA, KHEN THƯỞNG
ỦY BAN NHÂN DÂN HUYỆN HÒA LẠC
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 45/TTr-NV ngày 1/9/2018.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế thi đua, khen thưởng.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký và thay thế Quyết định số 99/2010/QĐ-UBND ngày 2/2/2010.
Điều 3. Chánh Văn phòng, Trưởng phòng Nội vụ chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Đàm Văn Sơn

QUY CHẾ
THI ĐUA, KHEN THƯỞNG
(Ban hành kèm theo Quyết định số 1234/QĐ-UBND ngày 5/9/2018 của UBND huyện)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định thi đua.
Điều 2. Đối tượng
Cán bộ.
= 1234/QĐ-UBND | 2018-09-05 | Hòa Lạc | Quyết định
= BAN HÀNH QUY CHẾ THI ĐUA, KHEN THƯỞNG
= ỦY BAN NHÂN DÂN HUYỆN HÒA LẠC |
= TM. | CHỦ TỊCH | Đàm Văn Sơn
= Như Điều 3; Lưu: VT
= Điều 1, Điều 2, Điều 3

=====
LIÊN ĐOÀN LAO ĐỘNG TỈNH AN HẢI
CÔNG ĐOÀN VIÊN CHỨC TỈNH

Số: 15/BC-CĐVC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Hải, ngày 5 tháng 9 năm 2018

BÁO CÁO
Hoạt động công đoàn quý III/2018

Phần I. Tình hình
1. Tư tưởng: Ổn định, yên tâm công tác.
2. Đời sống: Được bảo đảm.
Phần II. Kết quả
1. Tuyên truyền.
- Tổ chức 5 buổi.
2. Thi đua.
- Có 3 tập thể.

Nơi nhận:                       TM. BAN THƯỜNG VỤ
- LĐLĐ tỉnh;                        CHỦ TỊCH
- Lưu VP.

                              Cao Thị Nhung
= 15/BC-CĐVC | 2018-09-05 | An Hải | Báo cáo
= Hoạt động công đoàn quý III/2018
= CÔNG ĐOÀN VIÊN CHỨC TỈNH | LIÊN ĐOÀN LAO ĐỘNG TỈNH AN HẢI
= TM. | CHỦ TỊCH | Cao Thị Nhung
= LĐLĐ tỉnh; Lưu VP
= Phần I, 1, 2, Phần II, 1, 2

=====
| ĐẠI HỌC AN HẢI<br>TRƯỜNG ĐẠI HỌC Y DƯỢC | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |
| --- | --- |
| Số: &nbsp;&nbsp;&nbsp;/TB-ĐHYD<br>V/v xét tặng danh hiệu thi đua | An Hải, ngày &nbsp;&nbsp; tháng 6 năm 2023 |

Kính gửi: Các đơn vị trực thuộc

Căn cứ Thông tư số 21/2020/TT-BGDĐT ngày 31/7/2020 của Bộ Giáo dục và Đào tạo, Nhà trường thông báo:

## 1. Đối tượng

Viên chức, người lao động.

## 2. Hồ sơ

- Báo cáo thành tích;
- Biên bản họp.

| Nơi nhận:<br>- Như trên;<br>- Lưu: VT, TCCB. | KT. HIỆU TRƯỞNG<br>PHÓ HIỆU TRƯỞNG<br><br><br>PGS.TS. Vương Thị Bích |
| --- | --- |
= /TB-ĐHYD | 2023-06-XX | An Hải | Công văn
= xét tặng danh hiệu thi đua
= TRƯỜNG ĐẠI HỌC Y DƯỢC | ĐẠI HỌC AN HẢI
= KT. | PHÓ HIỆU TRƯỞNG | Vương Thị Bích
= Như trên; Lưu: VT, TCCB
= 1, 2

=====
Tên văn bản: Quyết định về việc tặng Bằng khen
Số hiệu: 456/QĐ-BNV
Ngày ban hành: 12/03/2020

BỘ NỘI VỤ
--------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 456/QĐ-BNV

Hà Nội, ngày 12 tháng 3 năm 2020


QUYẾT ĐỊNH

VỀ VIỆC TẶNG BẰNG KHEN CỦA BỘ TRƯỞNG

BỘ TRƯỞNG BỘ NỘI VỤ

Căn cứ Nghị định số 34/2017/NĐ-CP ngày 03 tháng 4 năm 2017 của Chính phủ;

Xét đề nghị của Vụ trưởng Vụ Tổ chức cán bộ,

QUYẾT ĐỊNH:

Điều 1. Tặng Bằng khen cho 02 tập thể.

Điều 2. Quyết định này có hiệu lực từ ngày ký.

Điều 3. Chánh Văn phòng Bộ chịu trách nhiệm thi hành Quyết định này./.


Nơi nhận:
- Như Điều 3;
- Bộ trưởng (để b/c);
- Lưu: VT, TCCB.

KT. BỘ TRƯỞNG
THỨ TRƯỞNG




Triệu Văn Cường
= 456/QĐ-BNV | 2020-03-12 | Hà Nội | Quyết định
= VỀ VIỆC TẶNG BẰNG KHEN CỦA BỘ TRƯỞNG
= BỘ NỘI VỤ |
= KT. | THỨ TRƯỞNG | Triệu Văn Cường
= Như Điều 3; Bộ trưởng (để b/c); Lưu: VT, TCCB
= Điều 1, Điều 2, Điều 3

=====
UBND HUYỆN HÒA LẠC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG TƯ PHÁP Độc lập - Tự do - Hạnh phúc
Số: 12/BC-TP Hòa Lạc, ngày 12 tháng 6 năm 2011
BÁO CÁO
Sơ kết công tác tư pháp 6 tháng đầu năm 2011
Thực hiện chương trình công tác, Phòng Tư pháp báo cáo như sau:
I- Kết quả:
1- Hộ tịch: Đăng ký khai sinh 500 trường hợp.
2- Chứng thực: 2.000 bản.
II- Phương hướng:
- Tiếp tục làm tốt.
Nơi nhận: TRƯỞNG PHÒNG
- Sở Tư pháp;
- Lưu VT.
 Tạ Văn Khuê
= 12/BC-TP | 2011-06-12 | Hòa Lạc | Báo cáo
= Sơ kết công tác tư pháp 6 tháng đầu năm 2011
= Phòng Tư pháp | UBND HUYỆN HÒA LẠC
=  | TRƯỞNG PHÒNG | Tạ Văn Khuê
= Sở Tư pháp; Lưu VT
= I, 1, 2, II

=====
PHÒNG GD&ĐT HÒA LẠC
TRƯỜNG TIỂU HỌC
LÊ VĂN TÁM

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số 07/BB-HĐTĐ

BIÊN BẢN
Họp Hội đồng Thi đua - Khen thưởng năm học 2021-2022

Hôm nay, vào lúc 14 giờ ngày 25 tháng 5 năm 2022, tại phòng họp, Hội đồng tiến hành họp.

I. Thành phần
1. Bà Lê Thị Hoa, Hiệu trưởng - Chủ tịch.
2. Ông Trần Văn Bé - Thư ký.
II. Nội dung
1. Xét danh hiệu
Có 15 giáo viên.
2. Biểu quyết
100% đồng ý.

Biên bản kết thúc lúc 16 giờ cùng ngày.

THƯ KÝ                                  CHỦ TỊCH HỘI ĐỒNG



Trần Văn Bé                             Lê Thị Hoa
= 07/BB-HĐTĐ |  |  | Biên bản
= Họp Hội đồng Thi đua - Khen thưởng năm học 2021-2022
= TRƯỜNG TIỂU HỌC LÊ VĂN TÁM | PHÒNG GD&ĐT HÒA LẠC
=  | CHỦ TỊCH HỘI ĐỒNG | Lê Thị Hoa
=  | THƯ KÝ | Trần Văn Bé
=
= I, 1, 2, II, 1, 2

=====
ỦY BAN MTTQ VIỆT NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ HÒA LẠC                          Độc lập - Tự do - Hạnh phúc
    BAN THƯỜNG TRỰC
Số: 05/KH-MTTQ-BTT             Hòa Lạc, ngày 15 tháng 8 năm 2025

                    KẾ HOẠCH
    Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2025

Thực hiện Hướng dẫn số 12/HD-MTTQ-BTT ngày 5/8/2025 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh,
Ban Thường trực xây dựng kế hoạch:

I. MỤC ĐÍCH
1. Tuyên truyền.
2. Biểu dương.
II. THỜI GIAN: Từ 01/11 đến 18/11/2025.

Nơi nhận:                               TM. BAN THƯỜNG TRỰC
- Ban Thường trực tỉnh;                      CHỦ TỊCH
- Đảng ủy xã;
- Lưu: VP.
                                          Giàng A Páo
= 05/KH-MTTQ-BTT | 2025-08-15 | Hòa Lạc | Kế hoạch
= Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2025
= Ban Thường trực | ỦY BAN MTTQ VIỆT NAM XÃ HÒA LẠC
= TM. | CHỦ TỊCH | Giàng A Páo
= Ban Thường trực tỉnh; Đảng ủy xã; Lưu: VP
= I, 1, 2, II

=====
CÔNG AN - HỘI LHPN HUYỆN HÒA LẠC

Số: 03/CTPH-CA-HPN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hòa Lạc, ngày 5 tháng 3 năm 2014

CHƯƠNG TRÌNH PHỐI HỢP
Quản lý, giáo dục người thân không phạm tội

Căn cứ Nghị quyết liên tịch số 01/2002/NQLT ngày 25/3/2002; hai ngành thống nhất:

I. MỤC ĐÍCH
Nâng cao.
II. NỘI DUNG
1. Tuyên truyền.
2. Vận động.

TM. HỘI LHPN                            TM. CÔNG AN
CHỦ TỊCH                                TRƯỞNG CÔNG AN



Bế Thị Nga                              Nguyễn Đức Long

Nơi nhận:
- CA tỉnh;
- Lưu: VT.
= 03/CTPH-CA-HPN | 2014-03-05 | Hòa Lạc | Chương trình phối hợp
= Quản lý, giáo dục người thân không phạm tội
= CÔNG AN |
= TM. | TRƯỞNG CÔNG AN | Nguyễn Đức Long
= TM. | CHỦ TỊCH | Bế Thị Nga
= CA tỉnh; Lưu: VT
= I, II, 1, 2

=====
BỘ TÀI CHÍNH
KHO BẠC NHÀ NƯỚC AN HẢI

Số: 456 /KBAH-VP
V/v: Đề nghị khen thưởng đột xuất

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Hải, ngày 03 tháng 11 năm 2020

            Kính gửi:
                - Kho bạc Nhà nước (Vụ Tổ chức cán bộ);
                - Ban Thi đua - Khen thưởng tỉnh An Hải.

Căn cứ Luật Thi đua, Khen thưởng; Kho bạc Nhà nước An Hải đề nghị tặng Giấy khen cho 4 cá nhân.
Trân trọng./.

Nơi nhận:
- Như trên;
- Ban GĐ;
- Lưu: VT (3 bản).

KT.GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Ký, ghi rõ họ tên, đóng dấu)

Phùng Thị Yến
= 456/KBAH-VP | 2020-11-03 | An Hải | Công văn
= Đề nghị khen thưởng đột xuất
= Kho bạc Nhà nước An Hải | BỘ TÀI CHÍNH
= KT. | PHÓ GIÁM ĐỐC | Phùng Thị Yến
= Như trên; Ban GĐ; Lưu: VT (3 bản)
=

=====
ĐẢNG BỘ HUYỆN HÒA LẠC
BAN CHẤP HÀNH ĐẢNG BỘ XÃ AN PHÚ
KHÓA XXII
*
Số 120 - BC/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM
----------------------
An Phú, ngày 20 tháng 4 năm 2020

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ xã khóa XXII trình Đại hội đại biểu Đảng bộ xã lần thứ XXIII, nhiệm kỳ 2020 - 2025
-----
Đại hội đại biểu Đảng bộ xã có nhiệm vụ tổng kết.

PHẦN THỨ NHẤT
KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT
I- KINH TẾ
1- Nông nghiệp
Đạt 500 tấn.
2- Công nghiệp
Tăng 5%.
II- VĂN HÓA
Tốt.
PHẦN THỨ HAI
PHƯƠNG HƯỚNG
I- MỤC TIÊU
Phấn đấu.

BAN CHẤP HÀNH ĐẢNG BỘ XÃ
= 120-BC/ĐU | 2020-04-20 | An Phú | Báo cáo
= CHÍNH TRỊ của Ban Chấp hành Đảng bộ xã khóa XXII trình Đại hội đại biểu Đảng bộ xã lần thứ XXIII, nhiệm kỳ 2020 - 2025
= BAN CHẤP HÀNH ĐẢNG BỘ XÃ AN PHÚ | ĐẢNG BỘ HUYỆN HÒA LẠC
=
= Phần thứ nhất, I, 1, 2, II, Phần thứ hai, I
"""


def facts(text: str) -> list[str]:
    """What the structure of a document tells, in the order of the rows above."""
    report = parse(text)
    header = report.header
    number = header.number.text if header.number else None
    signers = [(signer.authority, signer.position, signer.name) for signer in (report.signature, *report.co_signatures) if signer]
    rows = [(number, header.date, header.place, header.doc_type), (header.subject,), (header.issuer, header.parent_organ), *signers]
    lists = ["; ".join(entry.text for entry in report.distribution), ", ".join(section.label for section in report.walk())]
    return [*(" | ".join(value or "" for value in row).rstrip(" ") for row in rows), *lists]


@pytest.mark.parametrize("document", DOCUMENTS.strip("\n").split("\n=====\n"))
def test_document(document: str) -> None:
    """The document gives its rows."""
    lines = document.rstrip("\n").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("=")) + "\n"
    assert facts(text) == [line[2:] for line in lines if line.startswith("=")]


HEAD = (
    "UBND XÃ HÒA LẠC\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: 5/BC-UBND\nHòa Lạc, ngày 5 tháng 9 năm 2018\n\n"
)


@pytest.mark.parametrize(
    ("end", "entries"),
    [
        ("- UBND huyện;\n- Lưu: VP.\n\nCHỦ TỊCH\n\nLê Văn Tám\n", ["UBND huyện", "Lưu: VP"]),
        ("CHỦ TỊCH\n\nLê Văn Tám\n\n- UBND huyện;\n- Lưu VP.\n", ["UBND huyện", "Lưu VP"]),
        ("- Tặng Giấy khen cho 5 hộ.\n- UBND huyện;\n- Lưu: VP.\n\nCHỦ TỊCH\n\nLê Văn Tám\n", ["UBND huyện", "Lưu: VP"]),
        ("- Thực hiện tốt công tác văn thư;\n- Lưu trữ hồ sơ đúng quy định.\n\nCHỦ TỊCH\n\nLê Văn Tám\n", []),
        ("- Lưu ý các thôn về thời hạn.\n\nCHỦ TỊCH\n\nLê Văn Tám\n", []),
        ("- Các thôn thực hiện.\n\nCHỦ TỊCH\n\nLê Văn Tám\n", []),
    ],
)
def test_a_list_that_has_lost_its_name(end: str, entries: list[str]) -> None:
    """Without the words Nơi nhận only an entry that keeps the document tells the list from any other."""
    report = parse(f"{HEAD}BÁO CÁO\nKết quả\n\nXã báo cáo như sau.\n\n{end}")
    assert [entry.text for entry in report.distribution] == entries
    assert report.signature is not None
    assert report.signature.name == "Lê Văn Tám"


@pytest.mark.parametrize(
    ("rows", "issuer"),
    [
        ("NGÂN HÀNG TMCP AN HẢI\nAN HAI BANK", "NGÂN HÀNG TMCP AN HẢI"),
        ("AN HAI BANK", None),
        ("CÔNG TY TNHH MTV AN HẢI", "CÔNG TY TNHH MTV AN HẢI"),
    ],
)
def test_the_english_name_of_an_issuer(rows: str, issuer: str | None) -> None:
    """The English line under the Vietnamese name is no part of it."""
    assert parse(HEAD.replace("UBND XÃ HÒA LẠC", rows) + "BÁO CÁO\nKết quả\n\nNội dung.\n").header.issuer == issuer


def test_a_list_in_an_annex_without_a_colon() -> None:
    """Under the heading of an annex the numbers of a list are its sections."""
    report = parse(
        f"{HEAD}BÁO CÁO\nKết quả\n\nNội dung.\n\nNơi nhận:\n- Lưu: VP.\n\nCHỦ TỊCH\n\nLê Văn Tám\n\n"
        "PHỤ LỤC\nDANH SÁCH TẬP THỂ\n\n1. Thôn Đông\n2. Thôn Tây\n"
    )
    assert [[section.label for section in tree] for tree in report.appendix_sections] == [["1", "2"]]


def test_a_list_label_in_a_sentence_is_no_number() -> None:
    """`1/ Huy động vốn` under `báo cáo:` is a heading, `Số 12/ QyĐ` a number."""
    assert not parse(f"{HEAD}BÁO CÁO\nKết quả\n\nXã báo cáo:\n\n1/ Huy động vốn\nĐạt 5 tỷ.\n2/ Cho vay\nĐạt 4 tỷ.\n").references


@pytest.mark.parametrize(("labels", "shown"), [("l2", ["1", "2"]), ("klm", ["k", "l", "m"])])
def test_a_letter_for_a_one(labels: str, shown: list[str]) -> None:
    """`l.` before `2.` is what a scan makes of 1; among letters it is a letter."""
    items = "".join(f"{label}. Công tác khác\nĐã làm tốt.\n" for label in labels)
    letters = "".join(f"{label}. Công tác khác\nĐã làm tốt.\n" for label in "abcdđeghi") if "k" in labels else ""
    assert [section.label for section in parse(f"{HEAD}BÁO CÁO\nKết quả\n\nBáo cáo.\n\n{letters}{items}").walk()][
        -len(shown) :
    ] == shown


LONG = (
    "BÁO CÁO\nKết quả công tác thi đua, khen thưởng\nnăm 2018 và phương hướng năm 2019\n"
    "Thực hiện Quyết định số 12/QĐ-UBND ngày 17 tháng 5\nnăm 2018 của UBND huyện về việc ban hành kế hoạch thi đua\n"
    "trong các cơ quan, Ủy ban nhân dân xã báo cáo như sau:\nI. KẾT QUẢ ĐẠT ĐƯỢC\n1. Công tác tuyên truyền\n"
    "Xã đã tổ chức tuyên truyền trong nhân dân với nhiều hình thức\nphong phú, thu hút đông đảo người dân\ntham gia.\n"
    "2. Công tác khen thưởng\nXã đã tặng Giấy khen cho 5 tập thể và 12 cá nhân có\nthành tích.\n"
    "II. PHƯƠNG HƯỚNG\nTiếp tục thực hiện tốt các phong trào thi đua trên địa\nbàn xã.\nNơi nhận:\n- UBND huyện;\n- Lưu: VP.\n"
    "CHỦ TỊCH\nLê Văn Tám\n"
)


def test_a_blank_line_under_every_line() -> None:
    """Line ends that a converter doubled say no more than single ones."""
    single = HEAD.replace("\n\n", "\n") + LONG
    assert facts(single.replace("\n", "\n\n")) == facts(single)
    assert [r.date for r in parse(single.replace("\n", "\n\n")).references] == ["2018-05-17"]
    paragraphs = "\n\n".join(
        f"{n}. Công tác {word}\n\nĐã làm tốt." for n, word in enumerate("một hai ba bốn năm sáu bảy".split(), 1)
    )
    assert "\n\n" in parse(paragraphs).text


def test_a_subject_that_a_blank_line_breaks() -> None:
    """A small letter goes on with it; a capital begins the text."""
    whole = parse(f"{HEAD}BÁO CÁO\n\nKết quả công tác\n\nthi đua năm 2018\n\nXã báo cáo như sau.\n")
    assert whole.header.subject == "Kết quả công tác thi đua năm 2018"
    assert parse(f"{HEAD}BÁO CÁO\n\nKết quả công tác\n\nXã báo cáo.\n").header.subject == "Kết quả công tác"
