package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;

/** Linear least squares with an L2 penalty, by Cholesky decomposition of the normal equations. */
final class Ridge {

  private Ridge() {}

  /** Weights by feature, then by target. */
  static double[][] solve(List<double[]> rows, List<double[]> targets, double penalty) {
    int features = rows.getFirst().length;
    int outputs = targets.getFirst().length;
    double[][] left = new double[features][features];
    double[][] right = new double[features][outputs];
    for (int r = 0; r < rows.size(); r++) {
      double[] row = rows.get(r);
      for (int i = 0; i < features; i++) {
        if (row[i] != 0) {
          for (int j = 0; j <= i; j++) {
            left[i][j] += row[i] * row[j];
          }
          for (int k = 0; k < outputs; k++) {
            right[i][k] += row[i] * targets.get(r)[k];
          }
        }
      }
    }
    for (int i = 0; i < features; i++) {
      left[i][i] += penalty;
    }
    decompose(left);
    for (int k = 0; k < outputs; k++) {
      substitute(left, right, k);
    }
    return right;
  }

  private static void decompose(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
      }
    }
  }

  private static void substitute(double[][] lower, double[][] x, int column) {
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i][column] -= lower[i][k] * x[k][column];
      }
      x[i][column] /= lower[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i][column] -= lower[k][i] * x[k][column];
      }
      x[i][column] /= lower[i][i];
    }
  }
}
