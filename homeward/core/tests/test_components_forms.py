"""Fields, errors and keys: nothing is lost, nothing is said by colour alone."""

from django import forms

from homeward.core.design.forms import SpecimenForm, filled, refused
from homeward.core.forms import ActionForm
from homeward.core.tests.component_page import render


class TestField:
    def test_ties_label_help_and_error_to_the_input(self) -> None:
        html = render("{% field form.name %}", form=refused())
        assert 'for="refused_name"' in html
        assert 'aria-describedby="refused_name_help refused_name_error"' in html
        assert 'aria-invalid="true"' in html
        assert '<p class="field__error" id="refused_name_error">' in html
        assert '<span class="visually-hidden">Error: </span>' in html

    def test_keeps_what_was_typed(self) -> None:
        assert 'value="yesterday"' in render("{% field form.born_on %}", form=refused())
        assert "Described calling" in render("{% field form.note %}", form=filled())

    def test_says_which_fields_may_stay_empty(self) -> None:
        assert "optional" in render("{% field form.phone %}", form=filled())
        assert "optional" not in render("{% field form.name %}", form=filled())

    def test_tells_the_browser_what_may_be_filled_in(self) -> None:
        html = render("{% field form.name autocomplete='username' %}", form=filled())
        assert 'autocomplete="username"' in html

    def test_choices_are_a_named_group(self) -> None:
        html = render("{% field form.rating look='rating' %}", form=filled())
        assert "<fieldset" in html
        assert "Readiness to change</legend>" in html
        assert html.count('type="radio"') == 5
        assert '<label class="choice" data-value="2">' in html

    def test_many_choices_are_checkboxes(self) -> None:
        html = render("{% field form.took_part look='chips' %}", form=filled())
        assert html.count('type="checkbox"') == 5
        assert html.count("checked") == 2

    def test_a_single_box_stands_before_its_words(self) -> None:
        html = render("{% field form.told %}", form=filled())
        assert html.index('type="checkbox"') < html.index("They were told")

    def test_a_hidden_legend_is_still_read(self) -> None:
        html = render("{% field form.mark look='segmented' legend_hidden=True %}", form=filled())
        assert '<legend class="field__label visually-hidden">' in html

    def test_shows_when_a_draft_was_saved(self) -> None:
        assert "saved 09:52:10" in render(
            "{% field form.note saved='saved 09:52:10' %}", form=filled()
        )

    def test_form_fields_print_each_once(self) -> None:
        html = render("{% form_fields form %}", form=SpecimenForm())
        assert all(f'name="{name}"' in html for name in SpecimenForm().fields)


class TestErrorSummary:
    def test_is_silent_without_errors(self) -> None:
        assert render("{% error_summary form %}", form=filled()) == ""

    def test_links_each_problem_to_its_field(self) -> None:
        html = render("{% error_summary form %}", form=refused())
        assert 'role="alert"' in html
        assert 'tabindex="-1"' in html
        assert "4 things to mend" in html
        assert (
            '<a href="#refused_name">Name the person goes by: This field is required.</a>' in html
        )

    def test_reaches_the_first_choice_of_a_group(self) -> None:
        assert 'href="#refused_voicemail_0"' in render("{% error_summary form %}", form=refused())

    def test_says_problems_of_the_whole_form_without_a_link(self) -> None:
        form = filled()
        form.add_error(None, "The seat was taken a moment ago.")
        html = render("{% error_summary form %}", form=form)
        assert "One thing to mend" in html
        assert "<li>The seat was taken a moment ago.</li>" in html

    def test_gathers_several_forms_and_formsets(self) -> None:
        lines = forms.formset_factory(SpecimenForm, extra=0)
        sent = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2"}
        html = render("{% error_summary form lines %}", form=refused(), lines=lines(sent))
        assert 'href="#id_form-1-name"' in html

    def test_the_title_says_error(self) -> None:
        assert render("{% error_title form %}Add", form=refused()) == "Error: Add"
        assert render("{% error_title form %}Add", form=filled()) == "Add"


class TestFormKeys:
    def test_writes_the_key_and_the_version_seen(self) -> None:
        html = render("{% form_keys form %}", form=ActionForm(version=3))
        assert 'name="form_key"' in html
        assert '<input type="hidden" name="form_version" value="3">' in html

    def test_a_refused_form_keeps_its_key(self) -> None:
        form = ActionForm({"form_key": "abc~def", "form_version": "2"})
        assert 'value="abc~def"' in render("{% form_keys form %}", form=form)

    def test_works_without_a_form(self) -> None:
        assert render("{% form_keys %}").count("<input") == 1

    def test_the_version_is_written_once(self) -> None:
        html = render("{% form_keys form %}{% form_fields form %}", form=ActionForm(version=3))
        assert html.count('name="form_version"') == 1
