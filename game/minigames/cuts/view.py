"""The cuts have no picture of their own: each is a take in the place, the pose and the light of another exercise."""

from game.view.exercise.section_view import SectionView, Staging


class CutsView(SectionView):
    """Nothing new to draw."""

    staging = Staging.CUTS


VIEW: type[SectionView] = CutsView
