"""View of the cuts: draws nothing itself; each cut is a shot of another exercise's view."""

from game.view.exercise.section_view import SectionView, Staging


class CutsView(SectionView):
    """Draws nothing itself."""

    staging = Staging.CUTS


VIEW: type[SectionView] = CutsView
