"""Words that law or custom puts on every paper: Vietnamese in all languages of the program, so they are not
translated.
"""

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
"""Quốc hiệu."""
MOTTO = "Độc lập - Tự do - Hạnh phúc"
"""Tiêu ngữ; a rule as long as the words stands under it."""
AWARD_VERB = "TẶNG"
AWARD_FORM = "GIẤY KHEN"
SAMPLE = "DỮ LIỆU MẪU"
"""Across every paper made from demonstration data."""
RECIPIENTS = "Nơi nhận:"
TO = "Kính gửi:"
