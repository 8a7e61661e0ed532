import unittest

from merge import letter, sms


class MergeTest(unittest.TestCase):
    def test_letter(self):
        self.assertEqual("Dear Test", letter("Dear <<FIRST_NAME>>", {"FIRST_NAME": "Test"}))

    def test_half_a_token_stays(self):
        self.assertEqual("{$code", sms("{$code", {"code": "1"}))
