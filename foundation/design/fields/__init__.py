"""The questions a form may ask."""

from foundation.design.fields.base import Question
from foundation.design.fields.choice import (
    CheckboxField,
    ChoiceField,
    ManyChoiceField,
    SelectField,
    TrueFalseField,
    YesNoField,
)
from foundation.design.fields.moment import DateField, TimeField
from foundation.design.fields.number import MoneyField, NumberField
from foundation.design.fields.rows import RowsField
from foundation.design.fields.text import (
    EmailField,
    LongTextField,
    OneTimeCodeField,
    PasswordField,
    PhoneField,
    TextField,
)
from foundation.design.fields.upload import FileField

__all__ = [
    "CheckboxField",
    "ChoiceField",
    "DateField",
    "EmailField",
    "FileField",
    "LongTextField",
    "ManyChoiceField",
    "MoneyField",
    "NumberField",
    "OneTimeCodeField",
    "PasswordField",
    "PhoneField",
    "Question",
    "RowsField",
    "SelectField",
    "TextField",
    "TimeField",
    "TrueFalseField",
    "YesNoField",
]
