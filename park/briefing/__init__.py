"""What leaves the house: sentences, and the files of a briefing made of them and of the charts."""
