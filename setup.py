"""The list of packages, and the data folders that lie beside src/ in the checkout.

Everything else of the build stands in pyproject.toml. `paths.bundled` looks for the folders
inside the package first, and in the checkout where they are not there.
"""

from setuptools import find_packages, setup

FOLDERS = ("quizzes", "resources")

setup(
    packages=[*find_packages("src"), *(f"huddinge_training.{folder}" for folder in FOLDERS)],
    package_dir={"": "src", **{f"huddinge_training.{folder}": folder for folder in FOLDERS}},
    package_data={f"huddinge_training.{folder}": ["**/*"] for folder in FOLDERS},
    include_package_data=False,
)
